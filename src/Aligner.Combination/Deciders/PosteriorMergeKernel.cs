using System.Numerics.Tensors;
using Aligner.Combination.Evidence;

namespace Aligner.Combination.Deciders;

/// <summary>Merges the posteriors of both directions.</summary>
internal static class PosteriorMergeKernel
{
    /// <summary>One probability for each link of those that the directions give it.</summary>
    public static LinkTable Merge(PosteriorMerge merge, PairEvidence pair)
    {
        if (merge == PosteriorMerge.Mean)
        {
            return pair.Mean;
        }

        LinkTable merged = new();
        merged.Reset(pair.SourceLength, pair.TargetLength);
        if (merge == PosteriorMerge.Min)
        {
            TensorPrimitives.Min<float>(pair.Forward.Cells, pair.Reverse.Cells, merged.Cells);
        }
        else
        {
            TensorPrimitives.Multiply<float>(pair.Forward.Cells, pair.Reverse.Cells, merged.Cells);
            TensorPrimitives.Sqrt<float>(merged.Cells, merged.Cells);
        }

        return merged;
    }
}
