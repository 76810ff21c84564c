using Aligner.Core.Symmetrization;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Decoding;

/// <summary>How the models of both directions give one alignment.</summary>
public sealed record DecodingOptions
{
    private static readonly Dictionary<string, PosteriorMerge> Merges = new()
    {
        ["product"] = PosteriorMerge.Product,
        ["mean"] = PosteriorMerge.Mean,
        ["min"] = PosteriorMerge.Min,
    };

    /// <summary>The names of all symmetrizations: posterior merges, then heuristics.</summary>
    public static IReadOnlyList<string> Symmetrizations { get; } =
        [.. Merges.Keys, .. Symmetrizers.All.Select(entry => entry.Name)];

    /// <summary>
    /// A posterior merge (<c>product</c>, <c>mean</c>, <c>min</c>) or a heuristic of <see cref="Symmetrizers"/>.
    /// </summary>
    public required string Symmetrization { get; init; }

    /// <summary>Which links a heuristic combines. Default Viterbi.</summary>
    public LinkSelection Selection { get; init; }

    /// <summary>Links need a posterior above this. Default 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>
    /// Whether words without a link are linked with inflected words that express them; heuristics never do it. Default
    /// true.
    /// </summary>
    public bool Inflections { get; init; } = true;

    /// <summary>Whether rules of inflection apply at all.</summary>
    internal bool TakesInflections => Inflections && Merges.ContainsKey(Symmetrization);

    /// <summary>Whose definition of the grow heuristics is meant. Default Moses'.</summary>
    public GrowDefinition GrowDefinition { get; init; } = GrowDefinition.Moses;

    /// <summary>The decoder that these options describe.</summary>
    /// <exception cref="ArgumentException">A name is unknown or the threshold out of range.</exception>
    public IPairDecoder CreateDecoder()
    {
        OptionChecks.Probability(Threshold);
        if (Merges.TryGetValue(Symmetrization, out PosteriorMerge merge))
        {
            return new PosteriorDecoder(merge, (float)Threshold);
        }

        return new HeuristicDecoder(
            Symmetrizers.Get(Symmetrization, GrowDefinition),
            Selection == LinkSelection.Viterbi ? new ViterbiSelector() : new ThresholdSelector((float)Threshold));
    }
}
