using Aligner.Core.Numerics;

namespace Aligner.Finetuning.Corpora;

/// <summary>Draws batches of pairs for as long as is wanted; a function of the corpus and the options.</summary>
/// <remarks>
/// Groups are drawn by their weight and their size to a power (Conneau et al. 2020, section 3.1), and within a group
/// every pair comes once before any comes again.
/// </remarks>
internal sealed class BatchSampler
{
    private readonly TrainingCorpus _corpus;
    private readonly SamplerOptions _options;
    private readonly double[] _cumulative;
    private readonly int[][] _orders;
    private readonly int[] _places;
    private readonly Queue<int[]> _batches = [];
    private SplitMix64 _random;

    /// <exception cref="ArgumentException">The corpus is empty, or an option makes no sense.</exception>
    public BatchSampler(TrainingCorpus corpus, SamplerOptions options)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfZero(corpus.Count, nameof(corpus));
        _corpus = corpus;
        _options = options;
        _random = new SplitMix64(options.Seed);
        _orders = new int[corpus.GroupCount][];
        _places = new int[corpus.GroupCount];
        _cumulative = new double[corpus.GroupCount];
        double sum = 0;
        for (int group = 0; group < _orders.Length; group++)
        {
            (int first, int count) = corpus.Group(group).GetOffsetAndLength(corpus.Count);
            _orders[group] = [.. Enumerable.Range(first, count)];
            _places[group] = count;
            _cumulative[group] = sum += corpus.GroupWeight(group) * Math.Pow(count, options.Balance);
        }
    }

    /// <summary>Batches drawn so far.</summary>
    public long Drawn { get; private set; }

    /// <summary>The indices of the pairs of the next batch.</summary>
    public int[] Next()
    {
        if (_batches.Count == 0)
        {
            FillPool();
        }

        Drawn++;
        return _batches.Dequeue();
    }

    /// <summary>Skips batches, to continue where another sampler stopped.</summary>
    public void Skip(long batches)
    {
        while (batches-- > 0)
        {
            Next();
        }
    }

    private void FillPool()
    {
        int[] pool = new int[_options.PoolSize];
        foreach (ref int pair in pool.AsSpan())
        {
            pair = Draw();
        }

        (int, int)[] keys = Array.ConvertAll(pool, pair =>
        {
            (int source, int target) = _corpus.Lengths(pair);
            return (Math.Max(source, target), Math.Min(source, target));
        });
        Array.Sort(keys, pool);
        List<int[]> batches = Cut(pool);
        Shuffle<int[]>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batches));
        batches.ForEach(_batches.Enqueue);
    }

    private List<int[]> Cut(int[] pool)
    {
        List<int[]> batches = [];
        int start = 0, source = 0, target = 0;
        for (int i = 0; i < pool.Length; i++)
        {
            (int left, int right) = _corpus.Lengths(pool[i]);
            (source, target) = (Math.Max(source, left), Math.Max(target, right));
            if (i > start && (source + target) * (i + 1 - start) > _options.BatchPositions)
            {
                batches.Add(pool[start..i]);
                (start, source, target) = (i, left, right);
            }
        }

        batches.Add(pool[start..]);
        return batches;
    }

    private int Draw()
    {
        double point = _random.NextDouble() * _cumulative[^1];
        int group = Array.BinarySearch(_cumulative, point);
        group = Math.Min(group < 0 ? ~group : group + 1, _orders.Length - 1);
        int[] order = _orders[group];
        if (_places[group] == order.Length)
        {
            Shuffle<int>(order);
            _places[group] = 0;
        }

        return order[_places[group]++];
    }

    // Fisher and Yates, as Knuth 1969 has it.
    private void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = _random.NextIndex(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
