using Aligner.Core.Numerics;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Training;

/// <summary>The lexical parameters t(f|e) of one direction while they are trained, one for each index entry.</summary>
/// <remarks>
/// With a Dirichlet prior α the M-step is the variational one (Beal 2003; Johnson 2007):
/// t = exp ψ(c(e,f) + α) / exp ψ(Σ_f c(e,f) + α), which prunes rare words' accidental pairs; α = 0 is
/// maximum likelihood.
/// </remarks>
internal sealed class DirectionalLexicon
{
    private const int RowsPerTask = 256;

    private readonly CellWindow _cells;
    private readonly CooccurrenceIndex _index;
    private readonly double _alpha;
    private readonly float _floor;
    private readonly float[] _probabilities;
    private readonly float[] _nullProbabilities;
    private readonly LexicalCounts _counts;
    private readonly float[] _totals;
    private readonly IReadOnlyList<(int Entry, float Count)> _prior;
    private readonly LexicalCounts _nullCounts;

    /// <param name="cells">Entries of the direction; rows are the words that generate.</param>
    /// <param name="alpha">Dirichlet prior of each entry.</param>
    /// <param name="floor">The least probability.</param>
    /// <param name="prior">Pseudo-counts of some word pairs.</param>
    public DirectionalLexicon(CellWindow cells, double alpha, double floor, IReadOnlyList<WordPairCount> prior)
    {
        _cells = cells;
        _index = cells.Index;
        _prior = _index.Locate(prior);
        _alpha = alpha;
        _floor = (float)floor;
        int targetWords = _index.Corpus.TargetVocabulary.Count;
        _probabilities = new float[_index.EntryCount];
        _nullProbabilities = new float[targetWords];
        _probabilities.AsSpan().Fill(1f / targetWords);
        _nullProbabilities.AsSpan().Fill(1f / targetWords);
        _counts = new LexicalCounts(_index.EntryCount);
        _totals = new float[_index.RowCount];
        _nullCounts = new LexicalCounts(targetWords);
    }

    /// <summary>Fills a lattice with the probabilities of a training pair.</summary>
    public void Emit(int pair, Lattice lattice)
    {
        ReadOnlySpan<int> target = _index.Corpus.Target(pair);
        ReadOnlySpan<int> cells = _cells[pair];
        int n = _index.Corpus.Source(pair).Length;
        lattice.Resize(n, target.Length);
        for (int j = 0; j < target.Length; j++)
        {
            Span<float> row = lattice.Emissions.Slice(j * lattice.Stride, n);
            ReadOnlySpan<int> entries = cells.Slice(j * n, n);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = Math.Max(_floor, _probabilities[entries[i]]);
            }

            lattice.NullEmissions[j] = Math.Max(_floor, _nullProbabilities[target[j]]);
        }
    }

    /// <summary>Adds the posteriors of a training pair to a chunk.</summary>
    public void Collect(int pair, Lattice lattice, DirectionalChunk chunk)
    {
        ReadOnlySpan<int> target = _index.Corpus.Target(pair);
        ReadOnlySpan<int> cells = _cells[pair];
        int n = lattice.SourceLength;
        for (int j = 0; j < target.Length; j++)
        {
            ReadOnlySpan<float> row = lattice.Posteriors.Slice(j * lattice.Stride, n);
            for (int i = 0; i < n; i++)
            {
                chunk.Counts.Add(cells[(j * n) + i], row[i]);
            }

            chunk.NullCounts.Add(target[j], lattice.NullPosterior(j));
        }
    }

    /// <summary>Adds chunks, in their order, to the expected counts.</summary>
    public void Add(ReadOnlySpan<DirectionalChunk> chunks, ParallelOptions parallel)
    {
        DirectionalChunk[] filled = chunks.ToArray();
        _counts.Add([.. filled.Select(chunk => chunk.Counts)], parallel);
        _nullCounts.Add([.. filled.Select(chunk => chunk.NullCounts)], parallel);
    }

    /// <summary>The M-step; forgets the counts.</summary>
    public void Maximize(ParallelOptions parallel)
    {
        foreach ((int entry, float count) in _prior)
        {
            _counts.Values[entry] += count;
        }

        int rows = _index.RowCount;
        Parallel.For(0, (rows + RowsPerTask - 1) / RowsPerTask, parallel, task =>
        {
            int end = Math.Min(rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                Range entries = _index.RowStarts[row].._index.RowStarts[row + 1];
                _totals[row] = (float)Normalize(_counts.Values.AsSpan(entries), _probabilities.AsSpan(entries));
            }
        });
        Normalize(_nullCounts.Values, _nullProbabilities);
        _probabilities[CooccurrenceIndex.Pruned] = 0;
        _counts.Clear();
        _nullCounts.Clear();
    }

    /// <summary>The lexicon of a trained model.</summary>
    public FactoredLexicon ToLexicon() =>
        new([LexicalTableBuilder.Build(_index, _probabilities, _nullProbabilities, _floor, _totals)]);

    /// <summary>Returns the sum of the counts and their priors.</summary>
    private double Normalize(ReadOnlySpan<double> counts, Span<float> probabilities)
    {
        double total = 0;
        foreach (double count in counts)
        {
            total += count + _alpha;
        }

        if (total <= 0)
        {
            probabilities.Clear();
            return 0;
        }

        double scale = 1 / (_alpha > 0 ? Math.Exp(Digamma.Value(total)) : total);
        for (int k = 0; k < counts.Length; k++)
        {
            double count = _alpha > 0 ? Digamma.Exp(counts[k] + _alpha) : counts[k];
            probabilities[k] = (float)(count * scale);
        }

        return total;
    }
}
