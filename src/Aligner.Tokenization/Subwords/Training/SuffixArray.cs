using System.Collections.Concurrent;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The suffixes of runs, sorted by their first characters.</summary>
/// <remarks>
/// Pieces are short, so that sorting to their length does for what SentencePiece builds a full suffix array for: one
/// bucket for each first character, within which four characters at a time are one integer to sort by.
/// </remarks>
internal static class SuffixArray
{
    private const int KeyLength = 4;
    private const int KeyBits = 16;

    /// <summary>
    /// Where the suffixes start, in order; those with the same first characters in an arbitrary but fixed order. None
    /// starts within a surrogate pair.
    /// </summary>
    /// <param name="chars">Runs, each ended by <see cref="RunText.End"/>.</param>
    /// <param name="depth">Number of characters that count, at least.</param>
    /// <param name="parallel">Threads; they do not change the result.</param>
    public static int[] Sort(char[] chars, int depth, ParallelOptions parallel)
    {
        int[] starts = new int[char.MaxValue + 2];
        foreach (char c in chars)
        {
            if (IsStart(c))
            {
                starts[c + 1]++;
            }
        }

        for (int c = 0; c <= char.MaxValue; c++)
        {
            starts[c + 1] += starts[c];
        }

        int[] suffixes = new int[starts[^1]];
        int[] next = [.. starts];
        for (int i = 0; i < chars.Length; i++)
        {
            if (IsStart(chars[i]))
            {
                suffixes[next[chars[i]]++] = i;
            }
        }

        int[] buckets =
        [
            .. Enumerable.Range(0, char.MaxValue + 1).Where(c => starts[c + 1] - starts[c] > 1)
                .OrderByDescending(c => starts[c + 1] - starts[c]),
        ];
        Parallel.ForEach(Partitioner.Create(buckets, loadBalance: true), parallel, c =>
        {
            Span<int> bucket = suffixes.AsSpan(starts[c]..starts[c + 1]);
            Sort(chars, bucket, new ulong[bucket.Length], 1, depth);
        });
        return suffixes;
    }

    /// <summary>Number of characters that two suffixes have in common, at most <paramref name="limit"/>.</summary>
    public static int CommonLength(char[] chars, int first, int second, int limit)
    {
        int length = 0;
        while (length < limit
            && chars[first + length] == chars[second + length]
            && chars[first + length] != RunText.End)
        {
            length++;
        }

        return length;
    }

    private static bool IsStart(char c) => c != RunText.End && !char.IsLowSurrogate(c);

    private static void Sort(char[] chars, Span<int> suffixes, Span<ulong> keys, int offset, int depth)
    {
        for (int i = 0; i < suffixes.Length; i++)
        {
            keys[i] = Key(chars, suffixes[i] + offset);
        }

        keys.Sort(suffixes);
        if (offset + KeyLength >= depth)
        {
            return;
        }

        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            bool isEnded = (char)keys[start] == RunText.End;
            if (end - start > 1 && !isEnded)
            {
                Sort(chars, suffixes[start..end], keys[start..end], offset + KeyLength, depth);
            }

            start = end;
        }
    }

    /// <summary>The next characters, the first in the highest bits; nothing after the end of the run.</summary>
    private static ulong Key(char[] chars, int position)
    {
        ulong key = 0;
        for (int i = 0; i < KeyLength && chars[position + i] is not RunText.End and char c; i++)
        {
            key |= (ulong)c << ((KeyLength - 1 - i) * KeyBits);
        }

        return key;
    }
}
