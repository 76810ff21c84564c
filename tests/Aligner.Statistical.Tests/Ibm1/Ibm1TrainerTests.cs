using Aligner.Statistical.Corpora;
using Aligner.Statistical.Ibm1;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Tests.Training;

namespace Aligner.Statistical.Tests.Ibm1;

public class Ibm1TrainerTests
{
    /// <summary>
    /// From uniform t every link of a word is equally likely, so that NULL changes nothing yet: the figures of Koehn
    /// (2010), figure 4.4, first iteration.
    /// </summary>
    [Theory]
    [InlineData("the", "das", 0.5)]
    [InlineData("book", "das", 0.25)]
    [InlineData("house", "das", 0.25)]
    [InlineData("the", "Buch", 0.25)]
    [InlineData("book", "Buch", 0.5)]
    [InlineData("a", "Buch", 0.25)]
    [InlineData("book", "ein", 0.5)]
    [InlineData("a", "ein", 0.5)]
    [InlineData("the", "Haus", 0.5)]
    [InlineData("house", "Haus", 0.5)]
    public void First_iteration_on_the_textbook_corpus(string target, string source, double expected)
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Textbook);

        LexicalTable lexicon = Train(corpus, iterations: 1, new TrainingLog());

        int e = corpus.SourceVocabulary.Find(source);
        lexicon[e, corpus.TargetVocabulary.Find(target)].ShouldBe((float)expected, 1e-6f);
    }

    [Theory]
    [InlineData("the", 1 / 3.0)]
    [InlineData("house", 1 / 6.0)]
    [InlineData("book", 1 / 3.0)]
    [InlineData("a", 1 / 6.0)]
    public void NULL_gets_its_share_of_every_word(string target, double expected)
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Textbook);

        LexicalTable lexicon = Train(corpus, iterations: 1, new TrainingLog());

        lexicon.Null(corpus.TargetVocabulary.Find(target)).ShouldBe((float)expected, 1e-6f);
    }

    [Fact]
    public void Maximum_likelihood_makes_the_text_more_probable_in_each_iteration()
    {
        TrainingLog log = new();

        Train(Bitexts.Corpus(Bitexts.Textbook), iterations: 20, log);

        double[] entropies = [.. log.Steps.Select(step => step.CrossEntropy!.Value)];
        entropies[0].ShouldBe(2, 1e-6); // one of four words
        entropies.ShouldBe(entropies.OrderDescending());
        entropies[^1].ShouldBeLessThan(1.5);
    }

    [Fact]
    public void Training_equals_EM_in_dictionaries() => DirectionalTraining.Cases.Check(example =>
        DirectionalTraining.ShouldEqualNaiveEm(
            new Ibm1Trainer(new Ibm1Options { LexicalPrior = example.Alpha, Iterations = example.Iterations }),
            example,
            (_, _, n, _) => 1.0 / (n + 1)));

    private static LexicalTable Train(ParallelCorpus corpus, int iterations, TrainingLog log) =>
        new Ibm1Trainer(new Ibm1Options { Iterations = iterations, LexicalPrior = 0 })
            .Train(corpus, log.Context).Lexicon.Tables.Single();
}
