using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Bayesian;

public class BayesTrainerTests
{
    private static readonly string[] Pairs = Bitexts.Synthetic(pairs: 200, types: 30, maxLength: 8);

    [Fact]
    public void The_lexicon_is_sharper_than_that_of_the_HMM_it_starts_from()
    {
        ParallelCorpus corpus = Bitexts.Corpus(Pairs);
        BayesOptions options = new() { Sweeps = 5 };

        DirectionalModels hmm = new HmmTrainer(options.Hmm).Train(corpus, new TrainingContext()).Models;
        DirectionalModels bayes = new BayesTrainer(options).Train(corpus, new TrainingContext()).Models;

        int word = corpus.SourceVocabulary.Find("e7");
        int translation = corpus.TargetVocabulary.Find("f7");
        float before = hmm.Forward.Lexicon.Tables[0][word, translation];
        bayes.Forward.Lexicon.Tables[0][word, translation].ShouldBeInRange(before, 1);
        Entries(bayes).ShouldBeLessThan(Entries(hmm));
    }

    [Fact]
    public void Jumps_are_those_of_the_HMM()
    {
        ParallelCorpus corpus = Bitexts.Corpus(Pairs);
        BayesOptions options = new() { Sweeps = 1 };

        HmmModel hmm = (HmmModel)new HmmTrainer(options.Hmm).Train(corpus, new TrainingContext()).Models.Reverse;
        HmmModel bayes = (HmmModel)new BayesTrainer(options).Train(corpus, new TrainingContext()).Models.Reverse;

        bayes.Jumps.Jumps.ToArray().ShouldBe(hmm.Jumps.Jumps.ToArray());
        bayes.Jumps.Starts.ToArray().ShouldBe(hmm.Jumps.Starts.ToArray());
    }

    [Fact]
    public void What_was_drawn_for_each_pair_is_kept()
    {
        ParallelCorpus corpus = Bitexts.Corpus("the house ||| la maison", " ||| ", "the flower ||| la fleur");

        TrainedDirections trained = new BayesTrainer(new BayesOptions()).Train(corpus, new TrainingContext());

        trained.Sampled!.ShouldNotBeNull();
        trained.Sampled[1].ShouldBe(ReadOnlyMemory<SampledLink>.Empty);
        foreach (int pair in new[] { 0, 2 })
        {
            SampledLink[] links = trained.Sampled[pair]!.Value.ToArray();
            foreach (var word in links.GroupBy(link => link.Target))
            {
                word.Sum(link => (float)link.Forward).ShouldBeLessThan(1.01f);
            }

            SampledLink noun = links.Single(link => (link.Source, link.Target) == (1, 1));
            ((float)noun.Forward).ShouldBeGreaterThan(0.5f);
        }
    }

    [Fact]
    public void Equal_pairs_share_what_was_drawn_for_any_of_them()
    {
        string[] pairs = [.. Pairs, .. Enumerable.Repeat("e1 e2 e3 ||| f3 f1 f2", 40), .. Pairs[..20]];

        SampledLinks sampled =
            new BayesTrainer(new BayesOptions()).Train(Bitexts.Corpus(pairs), new TrainingContext()).Sampled!;

        foreach (var group in Enumerable.Range(0, pairs.Length).GroupBy(pair => pairs[pair]))
        {
            SampledLink[] links = sampled[group.First()]!.Value.ToArray();
            group.ShouldAllBe(pair => sampled[pair]!.Value.ToArray().SequenceEqual(links));
        }
    }

    [Fact]
    public void The_HMM_alone_has_drawn_nothing() =>
        new HmmTrainer(new HmmOptions()).Train(Bitexts.Corpus(Pairs), new TrainingContext()).Sampled.ShouldBeNull();

    [Fact]
    public void The_HMMs_options_are_checked_too() => Should.Throw<ArgumentOutOfRangeException>(
        () => new BayesTrainer(new BayesOptions { Hmm = new HmmOptions { Iterations = 0 } }));

    private static int Entries(DirectionalModels models) => models.Forward.Lexicon.Tables[0].Columns.Length;
}
