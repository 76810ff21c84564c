using System.Runtime.InteropServices;
using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>
/// What a network sees beside <see cref="StackedFeatures"/>: how often the stems of a possible link are linked
/// elsewhere in the text, by the lowest network; zeros where that is not known. See <see cref="StemLinkTable"/>.
/// </summary>
internal sealed class StemFeatures
{
    private readonly Dictionary<(int Source, int Target), double> _here = [];
    private StemmedPair _stems = new(default, default);
    private StemLinkTable? _text;

    /// <summary>The names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "stems elsewhere, links of times together",
        "stems elsewhere, links of source", "stems elsewhere, links of target",
        "stems elsewhere, log-links", "stems elsewhere, log-times together", "stems elsewhere are known",
    ];

    /// <summary>Gets ready for a pair.</summary>
    /// <param name="links">Its possible links.</param>
    /// <param name="probabilities">What the lowest network says of each.</param>
    /// <param name="stems">The stems of the pair.</param>
    /// <param name="text">What that says of the whole text, this pair with it; null if that is not known.</param>
    public void Begin(
        IReadOnlyList<Link> links, ReadOnlySpan<float> probabilities, StemmedPair stems, StemLinkTable? text)
    {
        (_stems, _text) = (stems, text);
        _here.Clear();
        for (int k = 0; text is not null && k < links.Count; k++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_here, Stems(links[k]), out _) += probabilities[k];
        }
    }

    /// <summary>Computes the features of a link.</summary>
    /// <param name="link">A link of the pair that this has been made ready for.</param>
    /// <param name="features">Gets them, in the order of <see cref="Names"/>.</param>
    public void Fill(Link link, Span<float> features)
    {
        features.Clear();
        if (_text is null)
        {
            return;
        }

        (int source, int target) = Stems(link);
        StemCounts elsewhere = _text.Without(source, target, _here[(source, target)]);
        features[0] = (float)(elsewhere.Linked / (elsewhere.Together + 0.5));
        features[1] = (float)(elsewhere.Linked / (elsewhere.Source + 1));
        features[2] = (float)(elsewhere.Linked / (elsewhere.Target + 1));
        features[3] = (float)Math.Log(1 + elsewhere.Linked);
        features[4] = MathF.Log(1 + elsewhere.Together);
        features[5] = 1;
    }

    private (int Source, int Target) Stems(Link link) =>
        (_stems.Source.Span[link.Source], _stems.Target.Span[link.Target]);
}
