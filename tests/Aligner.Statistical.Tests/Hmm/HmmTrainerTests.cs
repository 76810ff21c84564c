using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Tests.Training;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Hmm;

public class HmmTrainerTests
{
    /// <summary>Posteriors that the trainer leaves out as negligible and rounding to float.</summary>
    private const double Tolerance = 5e-4;

    private static readonly NormalizationOptions[] Spellings =
        [new() { Lowercase = true }, new() { Lowercase = true, StemLength = 2 }];

    private static readonly Func<string, string>[] NaiveSpellings =
        [word => word.ToLowerInvariant(), word => word.ToLowerInvariant()[..2]];

    [Fact]
    public void Rare_words_that_are_spelled_alike_find_each_other()
    {
        ParallelCorpus corpus = Bitexts.Corpus("Kobe besucht ||| visiting Kobe", "nichts ||| nothing");

        LexicalTable with = Train(cognates: true);
        LexicalTable without = Train(cognates: false);

        with[Source("Kobe"), Target("Kobe")].ShouldBeGreaterThan(0.9f);
        with[Source("besucht"), Target("visiting")].ShouldBeGreaterThan(0.9f);
        without[Source("Kobe"), Target("Kobe")].ShouldBeLessThan(0.6f);

        LexicalTable Train(bool cognates) => new HmmTrainer(new HmmOptions { Cognates = cognates })
            .Train(corpus, new TrainingContext()).Models.Forward.Lexicon.Tables[0];
        int Source(string word) => corpus.SourceVocabulary.Find(word);
        int Target(string word) => corpus.TargetVocabulary.Find(word);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Training_equals_agreement_in_dictionaries(int spellings)
    {
        var cases =
            from pairs in Bitexts.Small
            from ibm1Iterations in Gen.Choose(1, 3)
            from iterations in Gen.Choose(1, 2)
            select (Pairs: pairs, Ibm1Iterations: ibm1Iterations, Iterations: iterations);
        cases.Check(example =>
        {
            string[] pairs = [.. example.Pairs.Select(WithSharedSpellings)];
            NaiveAgreement expected = new(pairs, NaiveSpellings[..spellings]);
            ParallelCorpus corpus = Bitexts.Corpus(pairs);
            TrainingLog log = new();
            HmmTrainer trainer = new(new HmmOptions
            {
                Ibm1Iterations = example.Ibm1Iterations,
                Iterations = example.Iterations,
                Spellings = Spellings[..spellings],
            });

            DirectionalModels models = trainer.Train(corpus, log.Context).Models;

            log.Steps.Count.ShouldBe(example.Ibm1Iterations + example.Iterations);
            foreach (TrainingProgress step in log.Steps)
            {
                Action iterate = step.Stage == "ibm1" ? expected.IterateIbm1 : expected.IterateHmm;
                iterate();
                step.CrossEntropy!.Value
                    .ShouldBe(expected.CrossEntropy, Tolerance * Math.Max(1, expected.CrossEntropy));
            }

            (Vocabulary Source, Vocabulary Target)[] factors =
            [
                (corpus.SourceVocabulary, corpus.TargetVocabulary),
                .. models.Factoring.Source.Zip(models.Factoring.Target, (s, t) => (s.Values, t.Values)),
            ];
            Compare((HmmModel)models.Forward, expected.Forward, factors);
            Compare(
                (HmmModel)models.Reverse,
                expected.Reverse,
                [.. factors.Select(factor => (factor.Target, factor.Source))]);
        });
    }

    [Fact]
    public void Long_sentences_before_short_ones_are_trained_as_in_dictionaries()
    {
        string[] pairs =
        [
            .. Bitexts.Synthetic(pairs: 40, types: 12, maxLength: 40)
                .OrderByDescending(pair => pair.Length)
                .Select(pair => pair.Replace(" ||| ", " ||| f1 f2 ", StringComparison.Ordinal)),
        ];
        NaiveAgreement expected = new(pairs, NaiveSpellings);
        TrainingLog log = new();

        new HmmTrainer(new HmmOptions { Ibm1Iterations = 5, Iterations = 1, Spellings = Spellings })
            .Train(Bitexts.Corpus(pairs), log.Context);

        TrainingProgress[] ibm1 = [.. log.Steps.Where(step => step.Stage == "ibm1")];
        ibm1.Length.ShouldBe(5);
        foreach (TrainingProgress step in ibm1)
        {
            expected.IterateIbm1();
            step.CrossEntropy!.Value.ShouldBe(expected.CrossEntropy, Tolerance);
        }
    }

    [Fact]
    public void Spellings_out_of_range_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() =>
        new HmmTrainer(new HmmOptions { Spellings = [new() { StemLength = -1 }] }));

    /// <summary>
    /// Makes of the words e0, e1, e2, e3 such that are one in lower case, or in their first two letters.
    /// </summary>
    private static string WithSharedSpellings(string pair) => pair
        .Replace("0", "A1", StringComparison.Ordinal)
        .Replace("2", "a2", StringComparison.Ordinal)
        .Replace("3", "b", StringComparison.Ordinal)
        .Replace("e1", "ea1", StringComparison.Ordinal)
        .Replace("f1", "fa1", StringComparison.Ordinal);

    private static void Compare(
        HmmModel model, NaiveAgreement.Direction expected, (Vocabulary Source, Vocabulary Target)[] factors)
    {
        model.Lexicon.Tables.Count.ShouldBe(expected.Lexicons.Count);
        for (int k = 0; k < factors.Length; k++)
        {
            Compare(model.Lexicon.Tables[k], expected.Lexicons[k], factors[k]);
        }

        for (int jump = -3; jump <= 3; jump++)
        {
            double weight = model.Jumps.Jumps.Span[JumpTable.MaxJump + jump];
            weight.ShouldBe(expected.Jumps.Jump(jump), 10 * Tolerance, $"jump {jump}");
        }

        for (int start = 0; start <= 3; start++)
        {
            double weight = model.Jumps.Starts.Span[start];
            weight.ShouldBe(expected.Jumps.Start(start), 10 * Tolerance, $"start {start}");
        }
    }

    private static void Compare(
        LexicalTable table, NaiveLexicon expected, (Vocabulary Source, Vocabulary Target) factor)
    {
        factor.Source.Words.ShouldBe(expected.Sources);
        factor.Target.Words.ShouldBe(expected.Targets);
        for (int f = 0; f < expected.Targets.Length; f++)
        {
            string target = expected.Targets[f];
            ((double)table.Null(f)).ShouldBe(expected.Null(target), Tolerance, $"t({target}|NULL)");
            for (int e = 0; e < expected.Sources.Length; e++)
            {
                string source = expected.Sources[e];
                ((double)table[e, f]).ShouldBe(expected[source, target], Tolerance, $"t({target}|{source})");
            }
        }
    }
}
