using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Experts;

/// <summary>How often the samplers of one direction drew each link while they learned from the pair.</summary>
/// <param name="isReverse">Whether they sample a target word for each source word.</param>
internal sealed class SamplerExpert(bool isReverse) : ILinkExpert
{
    public Expert About => isReverse ? StatisticalExperts.SampledReverse : StatisticalExperts.SampledForward;

    public bool Knows(JudgedPair pair) => pair.Encoded.Sampled is not null;

    public void Judge(JudgedPair pair, LinkTable into)
    {
        foreach (SampledLink link in pair.Encoded.Sampled!.Value.Span)
        {
            into.Cells[into.Cell(link.Source, link.Target)] = (float)(isReverse ? link.Reverse : link.Forward);
        }
    }
}
