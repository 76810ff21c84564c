using System.Runtime.InteropServices;

namespace Aligner.Statistical.Corpora;

/// <summary>The sentence pairs that occur more than once.</summary>
internal sealed class EqualPairs
{
    private readonly Dictionary<int, List<int>> _groups;

    public EqualPairs(ParallelCorpus corpus)
    {
        ByWords words = new(corpus);
        HashSet<int> distinct = new(words);
        _groups = new Dictionary<int, List<int>>(words);
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            if (corpus.Source(pair).IsEmpty || distinct.Add(pair))
            {
                continue;
            }

            if (!_groups.TryGetValue(pair, out List<int>? group))
            {
                distinct.TryGetValue(pair, out int first);
                _groups.Add(first, group = [first]);
            }

            group.Add(pair);
        }
    }

    /// <summary>Each group of equal pairs, ascending, in the order in which they begin to repeat.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups => _groups.Values;

    /// <summary>Whether another pair has the same words.</summary>
    public bool IsRepeated(int pair) => _groups.ContainsKey(pair);

    private sealed class ByWords(ParallelCorpus corpus) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => corpus.Source(x).SequenceEqual(corpus.Source(y))
            && corpus.Target(x).SequenceEqual(corpus.Target(y));

        public int GetHashCode(int pair)
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(corpus.Source(pair)));
            hash.AddBytes(MemoryMarshal.AsBytes(corpus.Target(pair)));
            return hash.ToHashCode();
        }
    }
}
