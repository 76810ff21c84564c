using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// What one factor of the words has of the lexicon of both directions: the expected counts of its values are sums of
/// those of the words, so it keeps no table, but what normalizes them.
/// </summary>
internal sealed class FactorLexicon
{
    private const int RowsPerTask = 256;

    private readonly FactoredPairs _pairs;
    private readonly WordPairCount[] _prior;
    private readonly int[] _priorStarts;

    /// <param name="pairs">The word pairs by the factor.</param>
    /// <param name="floor">The least probability, as a share of the uniform distribution.</param>
    /// <param name="prior">Pseudo-counts of pairs of values.</param>
    public FactorLexicon(FactoredPairs pairs, double floor, IEnumerable<WordPairCount> prior)
    {
        _pairs = pairs;
        Source = new LexiconSide(pairs.SourceValues, pairs.Source.Count, pairs.Target.Count, floor);
        Target = new LexiconSide(pairs.TargetValues, pairs.Target.Count, pairs.Source.Count, floor);
        _prior = [.. prior.OrderBy(pair => pair.Source)];
        _priorStarts = new int[pairs.Source.Count + 1];
        foreach (WordPairCount pair in _prior)
        {
            _priorStarts[pair.Source + 1]++;
        }

        for (int row = 0; row < pairs.Source.Count; row++)
        {
            _priorStarts[row + 1] += _priorStarts[row];
        }
    }

    /// <summary>The source side.</summary>
    public LexiconSide Source { get; }

    /// <summary>The target side.</summary>
    public LexiconSide Target { get; }

    /// <summary>The emissions of a pair that has no count.</summary>
    public Emission Least => new(Source.Floor, Target.Floor);

    /// <summary>The emissions of a pair with a count.</summary>
    /// <param name="count">c(e,f).</param>
    /// <param name="source">e.</param>
    /// <param name="target">f.</param>
    public Emission Emit(float count, int source, int target) => new(
        Math.Max(Source.Floor, count * Source.Scales[source]), Math.Max(Target.Floor, count * Target.Scales[target]));

    /// <summary>The M-step of all but the emissions.</summary>
    /// <param name="counts">The expected count of each entry of the index.</param>
    /// <param name="sourceNull">How often NULL generates each source word.</param>
    /// <param name="targetNull">How often NULL generates each target word.</param>
    public void Maximize(double[] counts, double[] sourceNull, double[] targetNull)
    {
        double[] sourceTotals = new double[_pairs.Source.Count];
        double[] targetTotals = new double[_pairs.Target.Count];
        RowSums sums = new(_pairs);
        for (int row = 0; row < sourceTotals.Length; row++)
        {
            sums.Load(row, counts, Prior(row));
            foreach (int column in sums.Columns)
            {
                sourceTotals[row] += sums[column];
                targetTotals[column] += sums[column];
            }
        }

        Source.Maximize(sourceTotals, sourceNull);
        Target.Maximize(targetTotals, targetNull);
    }

    /// <summary>Multiplies the emissions of all entries by those of the factor.</summary>
    /// <param name="counts">The expected count of each entry of the index.</param>
    /// <param name="emissions">Of each entry of the index.</param>
    /// <param name="parallel">Degree of parallelism and cancellation.</param>
    public void Multiply(double[] counts, Emission[] emissions, ParallelOptions parallel)
    {
        int rows = _pairs.Source.Count;
        CooccurrenceIndex index = _pairs.Index;
        Parallel.For(
            0,
            (rows + RowsPerTask - 1) / RowsPerTask,
            parallel,
            () => new RowSums(_pairs),
            (task, _, sums) =>
            {
                ReadOnlySpan<int> values = _pairs.TargetValues;
                for (int row = task * RowsPerTask; row < Math.Min(rows, (task + 1) * RowsPerTask); row++)
                {
                    sums.Load(row, counts, Prior(row));
                    foreach (int word in _pairs.Words(row))
                    {
                        for (int entry = index.RowStarts[word]; entry < index.RowStarts[word + 1]; entry++)
                        {
                            int column = values[index.Columns[entry]];
                            emissions[entry] = emissions[entry].Times(Emit((float)sums[column], row, column));
                        }
                    }
                }

                return sums;
            },
            static _ => { });
    }

    /// <summary>The tables t(f|e) and t(e|f) of the trained models.</summary>
    /// <param name="counts">The expected count of each entry of the index, of the last iteration.</param>
    public (LexicalTable Forward, LexicalTable Reverse) ToTables(double[] counts)
    {
        IEnumerable<(int Source, int Target, float Count)> pairs = Counted(counts);
        return (
            LexicalTableBuilder.FromProbabilities(
                pairs.Select(pair => (pair.Source, pair.Target, pair.Count * Source.Scales[pair.Source])),
                Target.NullProbabilities,
                Source.Floor,
                Source.Totals()),
            LexicalTableBuilder.FromProbabilities(
                pairs.Select(pair => (pair.Target, pair.Source, pair.Count * Target.Scales[pair.Target])),
                Source.NullProbabilities,
                Target.Floor,
                Target.Totals()));
    }

    /// <summary>The pairs of values, ascending, with their counts: added up each time, so that none is kept.</summary>
    private IEnumerable<(int Source, int Target, float Count)> Counted(double[] counts)
    {
        RowSums sums = new(_pairs);
        for (int row = 0; row < _pairs.Source.Count; row++)
        {
            sums.Load(row, counts, Prior(row));
            sums.Columns.Sort();
            foreach (int column in sums.Columns)
            {
                yield return (row, column, (float)sums[column]);
            }
        }
    }

    private ReadOnlySpan<WordPairCount> Prior(int row) => _prior.AsSpan(_priorStarts[row].._priorStarts[row + 1]);
}
