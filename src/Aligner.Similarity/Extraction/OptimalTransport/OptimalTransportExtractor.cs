using System.Numerics.Tensors;
using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.OptimalTransport;

/// <summary>
/// Links along an optimal transport plan between the words (Arase, Bao and Yokoi 2023): cost 1 − similarity scaled to
/// 0…1, uniform masses, and links where the plan, scaled to 0…1, passes a threshold.
/// </summary>
/// <remarks>
/// The score of a link is the scaled plan. A pair whose plan is the same everywhere, such as one of a single word on a
/// side, excludes no link: all are kept, with score 1.
/// </remarks>
internal sealed class OptimalTransportExtractor : LinkExtractor
{
    private readonly OptimalTransportOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public OptimalTransportExtractor(OptimalTransportOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <summary>Writes the transport plan of a matrix of at least one value; same layout, sums to at most 1.</summary>
    internal void Plan(ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<double> plan)
    {
        float lowest = TensorPrimitives.Min(similarity);
        double range = (double)TensorPrimitives.Max(similarity) - lowest;
        for (int k = 0; k < plan.Length; k++)
        {
            plan[k] = range > 0 ? 1 - ((similarity[k] - lowest) / range) : 0;
        }

        SinkhornKernel.Solve(plan, sourceLength, targetLength, _options);
        if (_options.Form != TransportForm.Unbalanced)
        {
            double mass = _options.Form == TransportForm.Balanced ? 1 : _options.MovedMass;
            RoundingKernel.Round(plan, sourceLength, targetLength, mass);
        }
    }

    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<double> plan = new(similarity.Length);
        Plan(similarity, sourceLength, targetLength, plan.Span);
        double lowest = TensorPrimitives.Min<double>(plan.Span);
        double highest = TensorPrimitives.Max<double>(plan.Span);
        bool isFlat = highest - lowest <= FlatShare * highest;
        for (int k = 0; k < similarity.Length; k++)
        {
            double share = isFlat ? 1 : (plan.Span[k] - lowest) / (highest - lowest);
            scores[k] = (float)share;
            if (isFlat || share > _options.Threshold)
            {
                (int i, int j) = Math.DivRem(k, targetLength);
                links.Add(new ScoredLink(new Link(i, j), scores[k]));
            }
        }
    }

    /// <summary>Differences below this share of the plan are rounding errors.</summary>
    private const double FlatShare = 1e-9;
}
