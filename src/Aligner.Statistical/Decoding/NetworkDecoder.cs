using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Decoding;

/// <summary>
/// Takes the links that a network finds probable by all that is known of the pair: see <see cref="LinkFeatures"/>.
/// </summary>
/// <param name="inner">Gives the links of the mean of posteriors, and those by rules.</param>
/// <param name="collector">Knows the words of the model.</param>
/// <param name="network">The network.</param>
/// <param name="threshold">
/// What the probability of a link must be above; null for ½ or, once the text is known, what suits it.
/// </param>
/// <param name="stems">What the lowest network links in the text that is aligned; null if that is not known.</param>
internal sealed class NetworkDecoder(
    IPairDecoder inner,
    EvidenceCollector collector,
    LinkNetwork network,
    float? threshold,
    StemLinkTable? stems = null)
    : IPairDecoder
{
    /// <summary>Whether it decides better if it knows a text of so many pairs.</summary>
    public bool LearnsFrom(int pairs) =>
        UsesStems(pairs) || (threshold is null && pairs is > 0 and <= StemLinkTable.MostPairs);

    /// <summary>The same decoder, which knows a text.</summary>
    /// <param name="pairs">The number of its pairs.</param>
    /// <param name="text">What <see cref="FindLinks"/> gives for those that are not empty.</param>
    public NetworkDecoder For(int pairs, IReadOnlyList<PairLinks> text) => new(
        inner,
        collector,
        network,
        threshold ?? ExpectedF1.Threshold([.. text.SelectMany(pair => pair.Links, (_, link) => link.Probability)]),
        UsesStems(pairs) ? StemLinkTable.Of(text) : null);

    /// <summary>How probable the lowest network finds the possible links of a pair.</summary>
    public PairLinks FindLinks(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        Collect(inner.DecodeWithScores(models, pair, workspace), pair, workspace);
        ReadOnlySpan<float> probabilities =
            workspace.Scores.Of(network.Lowest, workspace.Evidence, workspace.Features, workspace.Links);
        return PairLinks.Of(workspace.Evidence.Stems, workspace.Links, probabilities);
    }

    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace) =>
        DecodeWithScores(models, pair, workspace).ToAlignment();

    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        ScoredAlignment alignment = inner.DecodeWithScores(models, pair, workspace);
        Collect(alignment, pair, workspace);
        ReadOnlySpan<float> probabilities =
            workspace.Scores.Of(network, workspace.Evidence, workspace.Features, workspace.Links, stems);
        List<ScoredLink> links = workspace.ScoredLinks;
        links.Clear();
        double expectedErrors = 0;
        for (int k = 0; k < probabilities.Length; k++)
        {
            if (probabilities[k] > (threshold ?? ExpectedF1.Even))
            {
                links.Add(new ScoredLink(workspace.Links[k], probabilities[k]));
                expectedErrors += 1 - probabilities[k];
            }
            else
            {
                expectedErrors += probabilities[k];
            }
        }

        return alignment with { Links = [.. links], ExpectedErrors = expectedErrors };
    }

    private bool UsesStems(int pairs) => network.Base is not null && StemLinkTable.Suits(pairs);

    private void Collect(ScoredAlignment mean, EncodedPair pair, DecoderWorkspace workspace)
    {
        collector.Collect(pair, mean.Links, workspace);
        LinkFeatures.FindPossible(workspace.Evidence, workspace.Links);
    }
}
