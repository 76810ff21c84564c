using Aligner.Combination.Deciders;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Tests.Models;
using Aligner.Statistical.Tests.Training;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Methods;

/// <summary>What every statistical method promises.</summary>
public class StatisticalMethodsTests
{
    private static readonly string[] HardPairs =
    [
        "Der Hund schläft im Garten . ||| The dog is sleeping in the garden .",
        " ||| nothing to align",
        "nichts ||| ",
        " ||| ",
        "Quark Kwas ||| curd kvass whey", // all words unknown
        "Der Quark ||| The curd",
        "Hund ||| dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog dog",
        "Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund Hund ||| dog",
        $"{string.Join(' ', Enumerable.Repeat("Garten", 200))} ||| {string.Join(' ', Enumerable.Repeat("x", 200))}",
        $"{string.Join(' ', Enumerable.Repeat("Garten", 201))} ||| garden", // longer than the model takes
    ];

    public static TheoryData<string> Names => [.. StatisticalMethods.All.Select(method => method.Name)];

    public static TheoryData<string, string> Decisions
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (StatisticalMethod method in StatisticalMethods.All)
            {
                foreach (string symmetrization in Symmetrizations.Names)
                {
                    data.Add(method.Name, symmetrization);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Every_pair_gets_one_alignment_with_links_in_range_and_finite_scores(string name, string symmetrization)
    {
        TokenizedPair[] pairs = [.. HardPairs.Select(Bitexts.Tokens)];
        StatisticalAligner aligner = Aligner(Samples.Train(name).Model, symmetrization);

        IReadOnlyList<Alignment> alignments = aligner.Align(pairs, CancellationToken.None);
        IReadOnlyList<ScoredAlignment> scored = aligner.AlignWithScores(pairs, CancellationToken.None);

        alignments.Count.ShouldBe(pairs.Length);
        scored.Select(alignment => alignment.ToAlignment()).ShouldBe(alignments);
        int[] unusable = [1, 2, 3, 9];
        unusable.ShouldAllBe(pair =>
            alignments[pair].Count == 0 && scored[pair].LogProbability == ScoredAlignment.LogZero);
        alignments[0].ShouldNotBeEmpty();
        for (int k = 0; k < pairs.Length; k++)
        {
            alignments[k].All(link => link.Source < pairs[k].Source.Count && link.Target < pairs[k].Target.Count)
                .ShouldBeTrue();
            scored[k].Links.All(link => link.Probability is >= 0 and <= 1).ShouldBeTrue();
            scored[k].LogProbability.ShouldBeInRange(ScoredAlignment.LogZero, 0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_model_gives_the_links_of_training_and_the_same_bytes_again(string name)
    {
        TrainingResult trained = Samples.Train(name);
        byte[] file = ModelDamageTests.Save(trained.Model);

        StatisticalModel copy = StatisticalModelFormat.Read(new MemoryStream(file), "model");

        ModelDamageTests.Save(copy).ShouldBe(file);
        Samples.Align(copy, Samples.Tokens("german-english"))
            .ShouldBe(Samples.Align(trained with { Sampled = null }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Number_of_threads_changes_nothing(string name)
    {
        // More pairs than three threads take at a time.
        string[] pairs = Bitexts.Synthetic(pairs: 6200, types: 60, maxLength: 4);

        TrainingResult[] trained = [.. Enumerable.Range(1, 3).Select(threads =>
            Train(name, pairs, new TrainingContext { Threads = threads }))];
        byte[][] models = [.. trained.Select(result => ModelDamageTests.Save(result.Model))];
        IReadOnlyList<Alignment>[] links = [.. trained.Select(Samples.Align)];

        models[1].AsSpan().SequenceEqual(models[0]).ShouldBeTrue();
        models[2].AsSpan().SequenceEqual(models[0]).ShouldBeTrue();
        links[1].SequenceEqual(links[0]).ShouldBeTrue();
        links[2].SequenceEqual(links[0]).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pairs_that_no_model_can_use_change_nothing(string name)
    {
        string[] withUnusable = [" ||| ", Bitexts.Textbook[0], "nichts ||| ", .. Bitexts.Textbook[1..], HardPairs[^1]];

        TrainingResult plain = Train(name, Bitexts.Textbook, new TrainingContext());
        TrainingResult mixed = Train(name, withUnusable, new TrainingContext());

        ModelDamageTests.Save(mixed.Model).ShouldBe(ModelDamageTests.Save(plain.Model));
        mixed.EmptyPairs.ShouldBe(2);
        mixed.OverlongPairs.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_usable_pair_every_word_is_unknown_and_scores_stay_finite(string name)
    {
        StatisticalModel model = Train(name, [" ||| "], new TrainingContext()).Model;

        ScoredAlignment scored = Aligner(model, "mean")
            .AlignWithScores([Bitexts.Tokens("a b ||| x")], CancellationToken.None).Single();

        double.IsFinite(scored.LogProbability).ShouldBeTrue();
    }

    /// <summary>Samplers learn from the positions then.</summary>
    [Theory]
    [InlineData("ibm1", true)]
    [InlineData("ibm2", true)]
    [InlineData("hmm", true)]
    [InlineData("bayes", false)]
    [InlineData("statistical", false)]
    public void Training_fits_into_little_memory_by_pruning_word_pairs(string name, bool learnsNoWords)
    {
        StatisticalModel model = Train(name, Bitexts.Textbook, new TrainingContext { MaxMemory = 1 }).Model;

        model.Directions.Forward.Lexicon.Tables.All(table => table[0, 0] == table.Floor).ShouldBe(learnsNoWords);
        ScoredAlignment scored = Aligner(model, "mean")
            .AlignWithScores([Bitexts.Tokens(Bitexts.Textbook[0])], CancellationToken.None).Single();
        double.IsFinite(scored.LogProbability).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Memory_that_holds_all_word_pairs_but_not_all_cells_changes_nothing(string name)
    {
        byte[] unbounded =
            ModelDamageTests.Save(Train(name, IndexedCorpusTests.ManyCells, new TrainingContext()).Model);

        TrainingContext bounded = new() { MaxMemory = 1 << 20 };

        ModelDamageTests.Save(Train(name, IndexedCorpusTests.ManyCells, bounded).Model).ShouldBe(unbounded);
    }

    /// <summary>Words that leave no doubt: probabilities sum to 1, give or take the rounding of floats.</summary>
    [Theory]
    [InlineData("ibm2", Quality.Default)]
    [InlineData("hmm", Quality.Default)]
    [InlineData("statistical", Quality.Fast)] // the others count links, and here none is sure
    public void No_score_is_above_0_where_every_word_is_certain(string name, Quality quality)
    {
        string[] pairs = [.. Enumerable.Range(1, 60).Select(n => $"{Repeat("a", n)} ||| {Repeat("x", 61 - n)}")];
        MethodSettings settings = new() { NullProbability = 1e-9, Quality = quality };
        StatisticalModel model = Train(name, pairs, new TrainingContext(), settings).Model;

        IReadOnlyList<ScoredAlignment> scored = Aligner(model, "mean")
            .AlignWithScores([.. pairs.Select(Bitexts.Tokens)], CancellationToken.None);

        scored.ShouldAllBe(alignment => alignment.LogProbability <= 0 && alignment.LogProbability > -1e-5);

        static string Repeat(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_and_aligning_can_be_cancelled(string name)
    {
        CancellationToken cancelled = new(canceled: true);
        StatisticalAligner aligner = Aligner(Samples.Train(name).Model, "union");

        Should.Throw<OperationCanceledException>(() =>
            Train(name, Bitexts.Textbook, new TrainingContext { Cancellation = cancelled }));
        Should.Throw<OperationCanceledException>(() => aligner.Align([Bitexts.Tokens("a ||| x")], cancelled));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Progress_tells_each_iteration_and_a_finite_entropy(string name)
    {
        TrainingLog log = new();

        Train(name, Bitexts.Textbook, log.Context);

        log.Steps.ShouldNotBeEmpty();
        log.Steps.ShouldAllBe(step => step.Iteration >= 1 && step.Iteration <= step.Iterations);
        log.Steps.ShouldAllBe(step => step.CrossEntropy == null || (step.CrossEntropy > 0 && step.CrossEntropy < 100));
        log.Steps[^1].Iteration.ShouldBe(log.Steps[^1].Iterations);
    }

    [Theory]
    [InlineData("ibm1", 0, null)]
    [InlineData("ibm2", -1, null)]
    [InlineData("hmm", 0, null)]
    [InlineData("ibm2", null, 0.0)]
    [InlineData("ibm2", null, 1.0)]
    [InlineData("hmm", null, -0.1)]
    [InlineData("hmm", null, double.NaN)]
    public void Settings_out_of_range_are_refused(string name, int? iterations, double? nullProbability)
    {
        MethodSettings settings = new() { Iterations = iterations, NullProbability = nullProbability };

        Should.Throw<ArgumentException>(() => StatisticalMethods.Get(name).CreateTrainer(settings));
    }

    [Fact]
    public void Quality_chooses_what_statistical_is_made_of()
    {
        string[] pairs = Bitexts.Synthetic(pairs: 200, types: 30, maxLength: 8);
        IReadOnlyList<LexicalTable> fast = Lexicon(Quality.Fast);
        IReadOnlyList<LexicalTable> standard = Lexicon(Quality.Default);
        IReadOnlyList<LexicalTable> best = Lexicon(Quality.Best);

        fast.Count.ShouldBe(2);
        standard.Count.ShouldBe(3);
        best.Select(table => table.Columns.ToArray()).ShouldBe(standard.Select(table => table.Columns.ToArray()));

        IReadOnlyList<LexicalTable> Lexicon(Quality quality) =>
            Train("statistical", pairs, new TrainingContext(), new MethodSettings { Quality = quality })
                .Model.Directions.Forward.Lexicon.Tables;
    }

    [Theory]
    [InlineData("ibm1")]
    [InlineData("ibm2")]
    [InlineData("hmm")]
    [InlineData("bayes")]
    public void Other_methods_have_one_quality(string name) => Should.Throw<ArgumentException>(
        () => StatisticalMethods.Get(name).CreateTrainer(new MethodSettings { Quality = Quality.Best }));

    [Fact]
    public void The_seed_changes_what_is_sampled_and_nothing_else()
    {
        string[] pairs = Bitexts.Synthetic(pairs: 60, types: 400, maxLength: 9);

        (byte[] Model, SampledLink[] Sampled) first = Save("bayes", 1), again = Save("bayes", 1);
        again.Model.ShouldBe(first.Model);
        again.Sampled.ShouldBe(first.Sampled);
        Save("bayes", 2).Sampled.SequenceEqual(first.Sampled).ShouldBeFalse();
        Save("hmm", 2).Model.ShouldBe(Save("hmm", 1).Model);

        (byte[] Model, SampledLink[] Sampled) Save(string name, ulong seed)
        {
            TrainingResult trained =
                Train(name, pairs, new TrainingContext(), new MethodSettings { Seed = seed });
            return (ModelDamageTests.Save(trained.Model), [.. Enumerable.Range(0, pairs.Length)
                .SelectMany(pair => trained.Pair(pair).Sampled?.ToArray() ?? [])]);
        }
    }

    [Fact]
    public void An_unknown_method_is_refused_with_a_list_of_those_there_are()
    {
        StatisticalMethods.All.Select(method => method.Name).ShouldBeUnique();
        Should.Throw<ArgumentException>(() => StatisticalMethods.Get("ibm7")).Message
            .ShouldContain("statistical, ibm1, ibm2, hmm");
    }

    private static StatisticalAligner Aligner(StatisticalModel model, string symmetrization) =>
        new(model, Decision(symmetrization), threads: 2);

    /// <summary>A way to decide that takes more links than it would by itself.</summary>
    private static DecisionOptions Decision(string symmetrization) => Symmetrizations.Get(symmetrization) switch
    {
        MergeOptions merge => merge with { Threshold = 0.1 },
        NetworkOptions network => network with { Threshold = 0.1 },
        DecisionOptions heuristic => heuristic,
    };

    private static TrainingResult Train(
        string name, IEnumerable<string> pairs, TrainingContext context, MethodSettings? settings = null) =>
        StatisticalTrainer.Train(
            StatisticalMethods.Get(name),
            settings ?? new MethodSettings { Iterations = 2 },
            new TextOptions(),
            maxLength: 200,
            Bitexts.Text(pairs),
            context);
}
