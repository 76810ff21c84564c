using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Decoding;

/// <summary>
/// Takes the links that a network finds probable by all that is known of the pair: see <see cref="LinkFeatures"/>.
/// </summary>
/// <param name="inner">Gives the links of the mean of posteriors, and those by rules.</param>
/// <param name="model">The model.</param>
/// <param name="network">The network.</param>
/// <param name="threshold">What the probability of a link must be above.</param>
internal sealed class NetworkDecoder(
    IPairDecoder inner, StatisticalModel model, LinkNetwork network, float threshold) : IPairDecoder
{
    private readonly EvidenceCollector _collector = new(model);

    public Alignment Decode(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace) =>
        DecodeWithScores(models, pair, workspace).ToAlignment();

    public ScoredAlignment DecodeWithScores(DirectionalModels models, EncodedPair pair, DecoderWorkspace workspace)
    {
        ScoredAlignment alignment = inner.DecodeWithScores(models, pair, workspace);
        _collector.Collect(pair, alignment.Links, workspace);
        LinkFeatures.FindPossible(workspace.Evidence, workspace.Links);
        ReadOnlySpan<float> probabilities =
            workspace.Scores.Of(network, workspace.Evidence, workspace.Features, workspace.Links);
        List<ScoredLink> links = workspace.ScoredLinks;
        links.Clear();
        double expectedErrors = 0;
        for (int k = 0; k < probabilities.Length; k++)
        {
            if (probabilities[k] > threshold)
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
}
