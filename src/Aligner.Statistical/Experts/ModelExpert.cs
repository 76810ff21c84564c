using Aligner.Combination.Evidence;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Experts;

/// <summary>The posteriors of a model of one direction.</summary>
/// <param name="model">The model.</param>
/// <param name="isReverse">Whether it generates source words from target words.</param>
internal sealed class ModelExpert(IDirectionalModel model, bool isReverse) : ILinkExpert
{
    public Expert About => isReverse ? StatisticalExperts.Reverse : StatisticalExperts.Forward;

    public void Judge(JudgedPair pair, LinkTable into)
    {
        Lattice lattice = pair.Emit(model, isReverse);
        into.LogProbability = model.Posteriors(lattice) / lattice.TargetLength;
        if (isReverse)
        {
            for (int i = 0; i < into.SourceLength; i++)
            {
                lattice.Posteriors.Slice(i * lattice.Stride, into.TargetLength).CopyTo(into.Row(i));
            }
        }
        else
        {
            Transpose(lattice, into);
        }
    }

    private static void Transpose(Lattice lattice, LinkTable into)
    {
        ReadOnlySpan<float> posteriors = lattice.Posteriors;
        int stride = lattice.Stride;
        for (int i = 0; i < into.SourceLength; i++)
        {
            Span<float> row = into.Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = posteriors[(j * stride) + i];
            }
        }
    }
}
