using Aligner.Statistical.Corpora;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Bayesian;

/// <summary>Reads the posteriors of a pair: element j·n + i is p(a_j = i) forward, p(b_i = j) reverse.</summary>
internal delegate T PosteriorReader<T>(int pair, ReadOnlySpan<float> forward, ReadOnlySpan<float> reverse);

/// <summary>
/// Several independent chains for each direction, whose conditionals are averaged. Work is split by chain: chains share
/// nothing that changes, so links and posteriors are the same for any number of threads.
/// </summary>
internal sealed class GibbsSampler
{
    private const int PairsPerBatch = 1024;

    /// <summary>A batch ends with the pair that brings it to so many cells, of which each chain keeps a sum.</summary>
    private const int CellsPerBatch = 1 << 18;

    private readonly BayesOptions _options;
    private readonly TrainingContext _context;
    private readonly DirectedText _forward;
    private readonly DirectedText _reverse;
    private readonly GibbsChain[] _forwardChains;
    private readonly GibbsChain[] _reverseChains;

    /// <param name="corpus">The text.</param>
    /// <param name="source">The classes of the source words.</param>
    /// <param name="target">The classes of the target words.</param>
    /// <param name="options">Priors, schedule and seed.</param>
    /// <param name="known">Word pairs that count as linked so many times more than they are.</param>
    /// <param name="links">The first links of all chains, which go on in them.</param>
    /// <param name="context">Threads, progress and cancellation.</param>
    public GibbsSampler(
        ParallelCorpus corpus,
        WordClasses source,
        WordClasses target,
        BayesOptions options,
        IReadOnlyList<(int Source, int Target, int Links)> known,
        SamplerLinks links,
        TrainingContext context)
    {
        _options = options;
        _context = context;
        _forward = DirectedText.Forward(corpus, source, target);
        _reverse = DirectedText.Reverse(corpus, source, target);
        _forwardChains = Array.ConvertAll(links.Forward, first => new GibbsChain(_forward, options, known, first));
        _reverseChains = Array.ConvertAll(links.Reverse, first => new GibbsChain(_reverse, options, known, first));
    }

    internal IEnumerable<GibbsChain> Chains => _forwardChains.Concat(_reverseChains);

    /// <summary>Sweeps over the text. To be called once.</summary>
    public void Run()
    {
        ForEachChain(chain => chain.CountLinks());
        int sweeps = _options.SweepsFor(_forward.PairCount);
        for (int sweep = 1; sweep <= sweeps; sweep++)
        {
            ForEachChain(chain => chain.UpdateTables());
            ForEachChain(chain => chain.Sweep(_context.Cancellation));
            _context.Report("bayes", sweep, sweeps);
        }

        ForEachChain(chain => chain.UpdateTables());
    }

    /// <summary>
    /// Averages the conditionals of a few more sweeps over each pair, pair by pair: what has been read stays in the
    /// cache, and no posteriors need be kept.
    /// </summary>
    /// <param name="read">What is read of a pair; several are at once.</param>
    /// <param name="sink">Receives it, in the order of the pairs.</param>
    public void Decode<T>(PosteriorReader<T> read, Action<int, T> sink)
    {
        T[] results = new T[PairsPerBatch];
        Batch forward = new(_forward, _forwardChains, _options.DecodingSweeps);
        Batch reverse = new(_reverse, _reverseChains, _options.DecodingSweeps);
        for (int first = 0, end; first < _forward.PairCount; first = end)
        {
            end = EndOfBatch(first);
            forward.Reset(first, end);
            reverse.Reset(first, end);
            Parallel.ForEach(forward.Tasks.Concat(reverse.Tasks), _context.ParallelOptions, task => task());
            Parallel.For(
                first,
                end,
                _context.ParallelOptions,
                () => (Forward: Array.Empty<float>(), Reverse: Array.Empty<float>()),
                (pair, _, scratch) =>
                {
                    results[pair - first] = read(
                        pair,
                        forward.Average(pair, ref scratch.Forward),
                        reverse.Average(pair, ref scratch.Reverse));
                    return scratch;
                },
                static _ => { });
            for (int pair = first; pair < end; pair++)
            {
                sink(pair, results[pair - first]);
            }
        }
    }

    /// <summary>A batch has at least one pair.</summary>
    private int EndOfBatch(int first)
    {
        int end = first;
        long cells = 0;
        do
        {
            cells += (long)_forward.Source(end).Length * _forward.Target(end).Length;
            end++;
        }
        while (end < Math.Min(_forward.PairCount, first + PairsPerBatch) && cells < CellsPerBatch);
        return end;
    }

    private void ForEachChain(Action<GibbsChain> action) =>
        Parallel.ForEach(Chains, _context.ParallelOptions, action);

    /// <summary>The sums of conditionals of one direction for some consecutive pairs, one buffer a chain.</summary>
    private sealed class Batch(DirectedText text, GibbsChain[] chains, int sweeps)
    {
        private readonly float[][] _sums = new float[chains.Length][];
        private readonly int[] _starts = new int[PairsPerBatch + 1];
        private int _first;
        private int _end;

        public IEnumerable<Action> Tasks =>
            Enumerable.Range(0, chains.Length).Select<int, Action>(chain => () => Sample(chain));

        public void Reset(int first, int end)
        {
            (_first, _end) = (first, end);
            for (int pair = first; pair < end; pair++)
            {
                int cells = text.Source(pair).Length * text.Target(pair).Length;
                _starts[pair - first + 1] = checked(_starts[pair - first] + cells);
            }
        }

        /// <param name="pair">A pair of the batch.</param>
        /// <param name="scratch">Grows to hold what is returned.</param>
        public ReadOnlySpan<float> Average(int pair, ref float[] scratch)
        {
            int start = _starts[pair - _first];
            int length = _starts[pair - _first + 1] - start;
            if (scratch.Length < length)
            {
                scratch = new float[length * 2];
            }

            Span<float> average = scratch.AsSpan(0, length);
            average.Clear();
            foreach (float[] sums in _sums)
            {
                text.AddTo(sums.AsSpan(start, length), pair, average);
            }

            float scale = 1f / (chains.Length * sweeps);
            foreach (ref float probability in average)
            {
                probability *= scale;
            }

            return average;
        }

        private void Sample(int chain)
        {
            int length = _starts[_end - _first];
            if (_sums[chain] is null || _sums[chain].Length < length)
            {
                _sums[chain] = new float[length + (length / 2)];
            }

            Span<float> sums = _sums[chain].AsSpan(0, length);
            sums.Clear();
            for (int pair = _first; pair < _end; pair++)
            {
                Span<float> marginals = sums[_starts[pair - _first].._starts[pair - _first + 1]];
                for (int sweep = 0; sweep < sweeps; sweep++)
                {
                    chains[chain].Resample(pair, marginals);
                }
            }
        }
    }
}
