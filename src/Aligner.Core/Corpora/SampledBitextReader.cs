using Aligner.Core.Numerics;

namespace Aligner.Core.Corpora;

/// <summary>
/// Reads a random sample of a bitext, drawn in one pass with the memory of the sample alone. Each pair gets a random
/// number, which is a hash of its text and the seed, and the pairs with the lowest numbers are taken: bottom-k sampling
/// (Cohen and Kaplan 2007, "Summarizing data using bottom-k sketches").
/// </summary>
/// <remarks>
/// Each set of different pairs is as probable as any other of its size, so that kinds of pairs keep their shares. Equal
/// pairs count once, and pairs with a blank side not at all. The pairs come in the order of their numbers: the sample
/// is the same, in the same order, however the bitext is ordered, split or repeated.
/// </remarks>
public sealed class SampledBitextReader : BitextReader
{
    private readonly Stack<SentencePair> _pairs;

    private SampledBitextReader(string name, Stack<SentencePair> pairs, long seen) =>
        (Name, _pairs, Count, Seen) = (name, pairs, pairs.Count, seen);

    /// <inheritdoc />
    public override string Name { get; }

    /// <summary>Pairs of the sample.</summary>
    public int Count { get; }

    /// <summary>Pairs of the bitext, blank ones and repeated ones too.</summary>
    public long Seen { get; }

    /// <summary>Draws a sample.</summary>
    /// <param name="bitext">The bitext; read to its end and disposed.</param>
    /// <param name="count">Pairs to draw; fewer are drawn where the bitext has fewer different ones.</param>
    /// <param name="seed">Another seed draws another sample.</param>
    /// <param name="see">Told how many pairs have been read; null, the default, for nobody.</param>
    /// <exception cref="DataException">A line breaks the format.</exception>
    public static SampledBitextReader Draw(BitextReader bitext, int count, ulong seed, Action<long>? see = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using (bitext)
        {
            LowestNumbers lowest = new(count);
            ulong start = new SplitMix64(seed).Next();
            long seen = 0;
            while (bitext.Read() is { } pair)
            {
                seen++;
                see?.Invoke(seen);
                if (!IsBlank(pair.Source) && !IsBlank(pair.Target))
                {
                    lowest.Offer(pair, NumberOf(pair, start));
                }
            }

            return new SampledBitextReader(bitext.Name, lowest.ToStack(), seen);
        }
    }

    /// <inheritdoc />
    public override SentencePair? Read() => _pairs.TryPop(out SentencePair? pair) ? pair : null;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // The bitext is closed since the sample was drawn.
    }

    private static bool IsBlank(string side) => side.AsSpan().Trim(" \t").IsEmpty;

    /// <summary>FNV-1a (RFC 9923) over the UTF-16 code units of both sides, mixed.</summary>
    private static ulong NumberOf(SentencePair pair, ulong start)
    {
        const int Separator = 1 << 16;
        ulong hash = Add(Add(start, pair.Source) ^ Separator, pair.Target);
        return new SplitMix64(hash).Next();
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * 0x100000001b3;
        }

        return hash;
    }

    /// <summary>The pairs with the lowest numbers so far. Pairs with the same number are taken for equal.</summary>
    private sealed class LowestNumbers(int count)
    {
        private readonly PriorityQueue<SentencePair, ulong> _highestFirst =
            new(Comparer<ulong>.Create((one, other) => other.CompareTo(one)));

        private readonly HashSet<ulong> _numbers = [];

        public void Offer(SentencePair pair, ulong number)
        {
            bool isFull = _highestFirst.Count == count;
            bool isLow = !isFull || (_highestFirst.TryPeek(out _, out ulong highest) && number < highest);
            if (!isLow || !_numbers.Add(number))
            {
                return;
            }

            // The whole line of a table may be far longer than its two sides.
            _highestFirst.Enqueue(pair with { Text = null }, number);
            if (isFull && _highestFirst.TryDequeue(out _, out ulong removed))
            {
                _numbers.Remove(removed);
            }
        }

        public Stack<SentencePair> ToStack()
        {
            Stack<SentencePair> pairs = new(_highestFirst.Count);
            while (_highestFirst.TryDequeue(out SentencePair? pair, out _))
            {
                pairs.Push(pair);
            }

            return pairs;
        }
    }
}
