using Aligner.Combination.Evidence;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Experts;

/// <summary>The links of the most probable alignment of one direction (Viterbi).</summary>
/// <param name="model">The model.</param>
/// <param name="isReverse">Whether it generates source words from target words.</param>
internal sealed class BestAlignmentExpert(IDirectionalModel model, bool isReverse) : ILinkExpert
{
    public Expert About => isReverse ? StatisticalExperts.BestReverse : StatisticalExperts.BestForward;

    public void Judge(JudgedPair pair, LinkTable into)
    {
        Lattice lattice = pair.Emit(model, isReverse);
        Span<int> best = lattice.Links;
        model.Viterbi(lattice, best);
        for (int j = 0; j < best.Length; j++)
        {
            if (best[j] >= 0)
            {
                into.Cells[isReverse ? into.Cell(j, best[j]) : into.Cell(best[j], j)] = 1;
            }
        }
    }
}
