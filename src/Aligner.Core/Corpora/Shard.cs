namespace Aligner.Core.Corpora;

/// <summary>
/// One of the contiguous parts of a text that are aligned separately. The parts follow from the number of pairs alone,
/// so that they are the same however the text is compressed. They are made of whole blocks, since what is done to a
/// pair may depend on those beside it in a block; their sizes differ by one block at most.
/// </summary>
/// <param name="Number">Which part, from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The pairs of the part.</summary>
    /// <param name="pairs">Pairs of the text.</param>
    /// <param name="block">Pairs of a block; the last block of the text may have fewer.</param>
    public PairRange Of(long pairs, int block) => new(End(Number - 1, pairs, block), End(Number, pairs, block));

    /// <summary>The end of the first parts.</summary>
    private long End(int parts, long pairs, int block)
    {
        Int128 blocks = ((Int128)pairs + block - 1) / block;
        return (long)Int128.Min(pairs, blocks * parts / Count * block);
    }
}
