namespace Aligner.Applications.Reordering;

/// <summary>
/// Shift-reduce parsing of a permutation by a bracketing transduction grammar (Wu 1997): two neighboring blocks become
/// one if their target ranges are adjacent too, in the same order (straight) or in the other (inverted).
/// </summary>
internal static class BlockParser
{
    /// <summary>The blocks that remain when nothing can be reduced; one if the permutation is BTG-valid.</summary>
    /// <param name="ranks">The target rank of each source word: a permutation of 0 … n-1.</param>
    /// <returns>
    /// Blocks from left to right, as half-open ranges of ranks. Each has as many source words as it has ranks.
    /// </returns>
    public static List<(int Start, int End)> Parse(ReadOnlySpan<int> ranks)
    {
        List<(int Start, int End)> stack = [];
        foreach (int rank in ranks)
        {
            (int start, int end) = (rank, rank + 1);
            while (stack.Count > 0 && (stack[^1].End == start || stack[^1].Start == end))
            {
                (start, end) = (Math.Min(start, stack[^1].Start), Math.Max(end, stack[^1].End));
                stack.RemoveAt(stack.Count - 1);
            }

            stack.Add((start, end));
        }

        return stack;
    }
}
