using Aligner.Combination.Deciders;
using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Ibm1;
using Aligner.Statistical.Ibm2;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Methods;

/// <summary>All statistical aligners. Adding one is a folder and an entry here.</summary>
public static class StatisticalMethods
{
    /// <summary>The name of the best of them.</summary>
    public const string Best = "statistical";

    public static IReadOnlyList<StatisticalMethod> All { get; } =
    [
        new(
            Best,
            "the best of them: bayes, or hmm where --quality is fast",
            new NetworkOptions(),
            CreateTrainer,
            new HmmModelFormat())
        {
            ReadsSpelling = true,
            Inflections = settings => settings.Quality == Quality.Fast ? null : new InflectionOptions(),
        },
        new(
            "ibm1",
            "IBM Model 1: no positions",
            new HeuristicOptions { Heuristic = "grow-diag-final-and" },
            settings => new IndependentDirections(
                new Ibm1Trainer(Apply(new Ibm1Options(), WithoutQuality(settings)))),
            new Ibm1ModelFormat()),
        new(
            "ibm2",
            "IBM Model 2 with a diagonal prior, as fast_align",
            new HeuristicOptions { Heuristic = "grow-diag-final-and" },
            settings => new IndependentDirections(
                new Ibm2Trainer(Apply(new Ibm2Options(), WithoutQuality(settings)))),
            new Ibm2ModelFormat()),
        new(
            "hmm",
            "HMM, both directions trained to agree",
            new MergeOptions(),
            settings => new HmmTrainer(Apply(new HmmOptions(), WithoutQuality(settings))),
            new HmmModelFormat()),
        new(
            "bayes",
            "HMM with stem factors; its lexicon is sampled by a Bayesian HMM with fertility",
            new NetworkOptions(),
            settings => new BayesTrainer(Apply(Sampled, WithoutQuality(settings))),
            new HmmModelFormat())
        {
            ReadsSpelling = true,
        },
    ];

    private static BayesOptions Sampled => new() { Hmm = Spelled(5, 3) };

    /// <exception cref="ArgumentException">There is no method of that name; the message lists all.</exception>
    public static StatisticalMethod Get(string name) =>
        All.FirstOrDefault(method => method.Name == name) ?? throw new ArgumentException(
            $"unknown method '{name}': choose from {string.Join(", ", All.Select(method => method.Name))}",
            nameof(name));

    private static IBidirectionalTrainer CreateTrainer(MethodSettings settings) => settings.Quality == Quality.Fast
        ? new HmmTrainer(Apply(Spelled(4), settings))
        : new BayesTrainer(Apply(Sampled, settings));

    private static MethodSettings WithoutQuality(MethodSettings settings) => settings.Quality == Quality.Default
        ? settings
        : throw new ArgumentException("--quality is for the method statistical alone");

    /// <summary>
    /// Stem factors, which suit any alphabet: lower-cased prefixes without marks; and cognate priors.
    /// </summary>
    private static HmmOptions Spelled(params int[] prefixLengths) => new()
    {
        Cognates = true,
        Spellings =
        [
            .. prefixLengths.Select(length => new NormalizationOptions
            {
                Lowercase = true,
                StripMarks = true,
                StemLength = length,
            }),
        ],
    };

    private static Ibm1Options Apply(Ibm1Options options, MethodSettings settings) =>
        settings.NullProbability is null
            ? options with { Iterations = settings.Iterations ?? options.Iterations }
            : throw new ArgumentException("ibm1 has no NULL prior: it takes NULL for one more word");

    private static Ibm2Options Apply(Ibm2Options options, MethodSettings settings) => options with
    {
        Iterations = settings.Iterations ?? options.Iterations,
        NullProbability = settings.NullProbability ?? options.NullProbability,
    };

    private static BayesOptions Apply(BayesOptions options, MethodSettings settings) => options with
    {
        Sweeps = settings.Iterations ?? options.Sweeps,
        NullProbability = settings.NullProbability ?? options.NullProbability,
        Seed = settings.Seed,
        Hmm = Apply(options.Hmm, settings with { Iterations = null }),
    };

    private static HmmOptions Apply(HmmOptions options, MethodSettings settings) => options with
    {
        Iterations = settings.Iterations ?? options.Iterations,
        NullProbability = settings.NullProbability ?? options.NullProbability,
    };
}
