using Aligner.Core.Symmetrization;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Decoding;

/// <summary>How the models of both directions give one alignment.</summary>
public sealed record DecodingOptions
{
    /// <summary>The symmetrization that a network decides.</summary>
    public const string ByNetwork = "network";

    /// <summary>What links that are counted need to be above.</summary>
    internal const float SureProbability = 0.5f;

    private const string Mean = "mean";

    private static readonly Dictionary<string, PosteriorMerge> Merges = new()
    {
        ["product"] = PosteriorMerge.Product,
        [Mean] = PosteriorMerge.Mean,
        ["min"] = PosteriorMerge.Min,
    };

    /// <summary>The names of all symmetrizations: the network, posterior merges, then heuristics.</summary>
    public static IReadOnlyList<string> Symmetrizations { get; } =
        [ByNetwork, .. Merges.Keys, .. Symmetrizers.All.Select(entry => entry.Name)];

    /// <summary>
    /// <c>network</c> (for a model of no text, which knows no words: <c>mean</c>), a posterior merge (<c>product</c>,
    /// <c>mean</c>, <c>min</c>) or a heuristic of <see cref="Symmetrizers"/>.
    /// </summary>
    public required string Symmetrization { get; init; }

    /// <summary>What decides by <see cref="ByNetwork"/>; null, the default, for what comes with the tool.</summary>
    public LinkNetwork? Network { get; init; }

    /// <summary>Which links a heuristic combines. Default Viterbi.</summary>
    public LinkSelection Selection { get; init; }

    /// <summary>
    /// Links need a posterior, or a probability by the network, above this. Null, the default, is 0.5 or, where a
    /// network knows the text, what <see cref="ExpectedF1"/> says.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>
    /// Links of the mean that stand beside such links need a posterior above this; from <see cref="Threshold"/> on,
    /// none is added. Default 0.25.
    /// </summary>
    public double GrowThreshold { get; init; } = 0.25;

    /// <summary>
    /// Whether words without a link are linked with inflected words that express them; heuristics never do it. Default
    /// true.
    /// </summary>
    public bool Inflections { get; init; } = true;

    /// <summary>Whose definition of the grow heuristics is meant. Default Moses'.</summary>
    public GrowDefinition GrowDefinition { get; init; } = GrowDefinition.Moses;

    /// <summary>Links whose mean posterior is above ½, none beside them: what is counted must be sure.</summary>
    internal static DecodingOptions Sure { get; } =
        new() { Symmetrization = Mean, Threshold = SureProbability, GrowThreshold = SureProbability };

    /// <summary>The decoder that these options describe.</summary>
    /// <param name="model">
    /// The model whose rules of inflection apply, and whose words the network needs; null for none.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A name is unknown, a threshold out of range, or the network has no model or is none.
    /// </exception>
    public IPairDecoder CreateDecoder(StatisticalModel? model = null)
    {
        OptionChecks.Probability(Threshold ?? ExpectedF1.Even);
        OptionChecks.Probability(GrowThreshold);
        if (Symmetrization == ByNetwork)
        {
            Network?.Validate();
            IPairDecoder inner = (Sure with { Inflections = Inflections }).CreateDecoder(model);
            return model switch
            {
                null => throw new ArgumentException("the network needs a model", nameof(model)),
                { IsEmpty: true } => inner,
                _ => new NetworkDecoder(
                    inner, new EvidenceCollector(model), Network ?? LinkNetworkFormat.Shipped, (float?)Threshold),
            };
        }

        double threshold = Threshold ?? ExpectedF1.Even;
        if (!Merges.TryGetValue(Symmetrization, out PosteriorMerge merge))
        {
            return new HeuristicDecoder(
                Symmetrizers.Get(Symmetrization, GrowDefinition),
                Selection == LinkSelection.Viterbi ? new ViterbiSelector() : new ThresholdSelector((float)threshold));
        }

        IPairDecoder decoder = new PosteriorDecoder(merge, (float)threshold);
        if (Inflections && model is { Inflections.IsEmpty: false })
        {
            decoder = new InflectionDecoder(decoder, model, (float)threshold);
        }

        return merge == PosteriorMerge.Mean && GrowThreshold < threshold
            ? new GrowthDecoder(decoder, (float)threshold, (float)GrowThreshold)
            : decoder;
    }
}
