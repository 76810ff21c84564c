namespace Aligner.Core.Corpora;

/// <summary>
/// One of the contiguous parts of a text that are worked on apart. The parts follow from the number of pairs alone, so
/// that they are the same however the text is compressed; their sizes differ by one pair at most.
/// </summary>
/// <param name="Number">Which part, from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The pairs of the part in a text of <paramref name="pairs"/> pairs.</summary>
    public PairRange Of(long pairs) => new(Bound(pairs, Number - 1), Bound(pairs, Number));

    private long Bound(long pairs, int parts) => (long)((Int128)pairs * parts / Count);
}
