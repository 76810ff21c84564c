namespace Aligner.Neural.Pickles;

/// <summary>A tensor of a PyTorch file: a part of a storage.</summary>
/// <param name="Storage">Where its values are.</param>
/// <param name="Offset">Values before its first one.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Strides">Values from one place of a dimension to the next.</param>
internal sealed record PickledTensor(
    PickledStorage Storage, long Offset, IReadOnlyList<long> Shape, IReadOnlyList<long> Strides)
{
    /// <summary>Whether the values lie one after the other, the last dimension fastest.</summary>
    public bool IsContiguous
    {
        get
        {
            long expected = 1;
            for (int dimension = Shape.Count - 1; dimension >= 0; dimension--)
            {
                if (Shape[dimension] != 1 && Strides[dimension] != expected)
                {
                    return false;
                }

                expected = checked(expected * Shape[dimension]);
            }

            return true;
        }
    }
}
