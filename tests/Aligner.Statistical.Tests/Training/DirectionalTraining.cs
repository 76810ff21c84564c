using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Training;

/// <summary>Compares the training of a directional model with <see cref="NaiveEm"/>.</summary>
internal static class DirectionalTraining
{
    /// <summary>Posteriors that the trainers leave out as negligible and rounding to float.</summary>
    private const double Tolerance = 2e-4;

    public static Gen<(string[] Pairs, double Alpha, int Iterations)> Cases { get; } =
        from pairs in Bitexts.Small
        from alpha in Gen.Elements(0, 0.01, 0.5)
        from iterations in Gen.Choose(1, 4)
        select (pairs, alpha, iterations);

    public static void ShouldEqualNaiveEm(
        IDirectionalTrainer trainer,
        (string[] Pairs, double Alpha, int Iterations) example,
        Func<int, int, int, int, double> prior)
    {
        NaiveEm expected = new(example.Pairs, example.Alpha);
        ParallelCorpus corpus = Bitexts.Corpus(example.Pairs);
        TrainingLog log = new();

        IDirectionalModel model = trainer.Train(corpus, log.Context);

        foreach (TrainingProgress step in log.Steps)
        {
            expected.Iterate(prior);
            step.CrossEntropy!.Value.ShouldBe(expected.CrossEntropy, Tolerance * Math.Max(1, expected.CrossEntropy));
        }

        log.Steps.Count.ShouldBe(example.Iterations);
        LexicalTable lexicon = model.Lexicon.Tables.Single();
        foreach (((string source, string target), double probability) in expected.Lexicon)
        {
            int f = corpus.TargetVocabulary.Find(target);
            double actual = source == NaiveEm.Null
                ? lexicon.Null(f)
                : lexicon[corpus.SourceVocabulary.Find(source), f];
            actual.ShouldBe(probability, Tolerance, $"t({target}|{source})");
        }
    }
}
