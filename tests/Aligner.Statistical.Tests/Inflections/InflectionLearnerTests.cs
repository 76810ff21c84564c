using Aligner.Combination.Deciders;
using Aligner.Core.Alignments;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Tests.Models;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Inflections;

/// <summary>On English and a language that has its article at the end of the noun, as Danish.</summary>
public class InflectionLearnerTests
{
    private static readonly string[] Nouns = ["hus", "dal", "bog", "vin", "tand", "fisk", "skov", "mark"];
    private static readonly string[] Verbs = ["ser", "faar", "giver", "tager"];
    private static readonly StatisticalModel Model = Train("statistical", Quality.Default, threads: 2);

    [Fact]
    public void The_article_is_found_in_the_ending_of_the_noun()
    {
        InflectionRule rule = Model.Inflections.Target.All.Single(rule => rule.Suffix == "en");
        rule.Word.ShouldBe("the");
        rule.IsBefore.ShouldBeTrue();
        rule.Probability.ShouldBeInRange(0.95f, 1);
        Model.Inflections.Source.All.ShouldBeEmpty();
    }

    [Fact]
    public void Its_links_are_added_unless_the_caller_says_otherwise_or_a_heuristic_decides()
    {
        const string text = "du ser husen ||| you t-ser the t-hus";
        Align(Model, text, "mean").ToString().ShouldBe("0-0 1-1 2-2 2-3");
        Align(Model, text, "min").ToString().ShouldBe("0-0 1-1 2-2 2-3");
        Align(Model, text, "min", inflections: false).ToString().ShouldBe("0-0 1-1 2-3");
        Align(Model, text, "product").ToString().ShouldBe("0-0 1-1 2-2 2-3");
        Align(Model, text, "intersection").ToString().ShouldBe("0-0 1-1 2-3");
    }

    [Fact]
    public void Inflected_words_that_training_never_saw_count_too() =>
        Align(Model, "du ser husten ||| you t-ser the t-hus", "mean").ToString().ShouldBe("0-0 1-1 2-2 2-3");

    [Fact]
    public void Words_that_are_cut_have_no_endings_to_learn_from() =>
        Train("statistical", Quality.Default, threads: 2, stemLength: 9).Inflections.IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_saved_model_keeps_them()
    {
        StatisticalModel copy =
            StatisticalModelFormat.Read(new MemoryStream(ModelDamageTests.Save(Model)), "model");
        copy.Inflections.Target.All.ShouldBe(Model.Inflections.Target.All);
        copy.Inflections.Target.MaxDistance.ShouldBe(Model.Inflections.Target.MaxDistance);
    }

    [Fact]
    public void Threads_change_nothing() => ModelDamageTests.Save(Train("statistical", Quality.Default, threads: 1))
        .ShouldBe(ModelDamageTests.Save(Model));

    [Theory]
    [InlineData("statistical", Quality.Fast)]
    [InlineData("hmm", Quality.Default)]
    [InlineData("ibm1", Quality.Default)]
    public void Plain_methods_and_the_fast_one_learn_none(string method, Quality quality) =>
        Train(method, quality, threads: 2).Inflections.IsEmpty.ShouldBeTrue();

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        foreach (InflectionOptions options in new InflectionOptions[]
        {
            new() { MaxDistance = 0 },
            new() { MaxSuffixLength = 0 },
            new() { MaxDistance = 65 },
            new() { MaxCues = 0 },
            new() { MinCount = 0 },
            new() { MaxHeads = -1 },
            new() { MinDeviation = double.NaN },
            new() { MinOddsRatio = -1 },
        })
        {
            Should.Throw<ArgumentOutOfRangeException>(options.Validate);
        }
    }

    private static StatisticalModel Train(string method, Quality quality, int threads, int stemLength = 0)
    {
        return StatisticalTrainer.Train(
            StatisticalMethods.Get(method),
            new MethodSettings { Quality = quality },
            new TextOptions { Normalization = new NormalizationOptions { StemLength = stemLength } },
            maxLength: 200,
            Bitexts.Text(Text()),
            new TrainingContext { Threads = threads }).Model;
    }

    private static Alignment Align(
        StatisticalModel model, string pair, string symmetrization, bool inflections = true) =>
        new StatisticalAligner(model, Symmetrizations.Get(symmetrization), threads: 2, inflections)
            .Align([Bitexts.Tokens(pair)], CancellationToken.None)[0];

    /// <summary>Half of the nouns are definite.</summary>
    private static IEnumerable<string> Text()
    {
        Random random = new(5);
        for (int pair = 0; pair < 400; pair++)
        {
            string noun = Nouns[random.Next(Nouns.Length)];
            string verb = Verbs[random.Next(Verbs.Length)];
            yield return random.Next(2) == 0
                ? $"du {verb} {noun}en ||| you t-{verb} the t-{noun}"
                : $"du {verb} {noun} ||| you t-{verb} t-{noun}";
        }
    }
}
