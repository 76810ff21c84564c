namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Finds the substrings that cover most of a text.</summary>
/// <remarks>
/// They are the nodes of the suffix tree of all runs, cut off at the longest piece, found as the intervals of common
/// prefixes in the suffix array (Abouelhoda, Kurtz and Ohlebusch 2004). Of substrings that only occur together these
/// are the longest. Unlike in SentencePiece, occurrences count by the weights of their runs and a frequent run is
/// itself a seed even if no other has it as a part.
/// </remarks>
internal static class SeedFinder
{
    /// <summary>What occurs less often is not worth a piece.</summary>
    private const double MinWeight = 2;

    /// <summary>Finds substrings of at least two characters.</summary>
    /// <param name="text">The runs.</param>
    /// <param name="size">How many to find at most.</param>
    /// <param name="maxLength">Their greatest length in UTF-16 code units, below 256.</param>
    /// <param name="parallel">Threads; they do not change the result.</param>
    /// <returns>Substrings in the order of their spelling.</returns>
    public static ReadOnlySpan<Seed> Find(RunText text, int size, int maxLength, ParallelOptions parallel)
    {
        int[] suffixes = SuffixArray.Sort(text.Chars, maxLength, parallel);
        byte[] shared = SharedLengths(text.Chars, suffixes, maxLength, parallel);
        float[] weights = WeightsByPlace(text);
        Scan scan = new(text.Chars, new SeedSelection(size));
        for (int i = 0; i < suffixes.Length; i++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            int suffix = suffixes[i];
            int length = SuffixArray.CommonLength(text.Chars, suffix, suffix, maxLength);
            scan.Add(suffix, length, shared[i + 1], weights[suffix]);
        }

        return scan.Complete();
    }

    /// <summary>What each suffix has in common with the one before it; 0 for the first and after the last.</summary>
    private static byte[] SharedLengths(char[] chars, int[] suffixes, int maxLength, ParallelOptions parallel)
    {
        const int Block = 1 << 16;
        byte[] shared = new byte[suffixes.Length + 1];
        Parallel.For(0, (suffixes.Length + Block - 1) / Block, parallel, block =>
        {
            int end = Math.Min(suffixes.Length, (block + 1) * Block);
            for (int i = Math.Max(1, block * Block); i < end; i++)
            {
                shared[i] = (byte)SuffixArray.CommonLength(chars, suffixes[i - 1], suffixes[i], maxLength);
            }
        });
        return shared;
    }

    private static float[] WeightsByPlace(RunText text)
    {
        float[] weights = new float[text.Chars.Length];
        for (int run = 0; run < text.Count; run++)
        {
            weights.AsSpan(text.Starts[run]..text.Starts[run + 1]).Fill((float)text.Weights[run]);
        }

        return weights;
    }

    /// <summary>Goes through the suffixes in order and keeps the prefixes that are still being counted.</summary>
    private sealed class Scan(char[] chars, SeedSelection selection)
    {
        private readonly Stack<(int Length, double Before)> _open = new([(0, 0)]);
        private double _weight;

        /// <param name="suffix">Where the suffix starts.</param>
        /// <param name="length">Its length, cut off.</param>
        /// <param name="shared">What it has in common with the next suffix.</param>
        /// <param name="weight">How often it occurs.</param>
        public void Add(int suffix, int length, int shared, double weight)
        {
            if (length > Math.Max(_open.Peek().Length, shared))
            {
                Offer(suffix, length, Math.Max(_open.Peek().Length, shared), weight);
            }

            if (shared > _open.Peek().Length)
            {
                _open.Push((shared, _weight));
            }

            _weight += weight;
            while (_open.Peek().Length > shared)
            {
                (int closed, double before) = _open.Pop();
                int outer = Math.Max(_open.Peek().Length, shared);
                Offer(suffix, closed, outer, _weight - before);
                if (outer > _open.Peek().Length)
                {
                    _open.Push((outer, before));
                }
            }
        }

        public ReadOnlySpan<Seed> Complete() => selection.Complete();

        /// <param name="suffix">Where the substring occurs.</param>
        /// <param name="length">Its length.</param>
        /// <param name="shorter">The length of the next shorter prefix that is offered.</param>
        /// <param name="weight">How often it occurs.</param>
        private void Offer(int suffix, int length, int shorter, double weight)
        {
            length -= char.IsHighSurrogate(chars[suffix + length - 1]) ? 1 : 0;
            int character = char.IsHighSurrogate(chars[suffix]) ? 2 : 1;
            if (length > character && length > shorter && weight >= MinWeight)
            {
                selection.Add(new Seed(suffix, length, weight));
            }
        }
    }
}
