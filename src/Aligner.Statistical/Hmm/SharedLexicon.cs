using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The lexical parameters of both directions while they are trained by agreement. Both have the same expected counts
/// c(e,f), so one array serves both: t(f|e) = c(e,f) / Σ_f c(e,f) and t(e|f) = c(e,f) / Σ_e c(e,f). Pseudo-counts are
/// added in each M-step, which finds the mode under a Dirichlet prior.
/// </summary>
internal sealed class SharedLexicon
{
    private readonly CellWindow _cells;
    private readonly CooccurrenceIndex _index;
    private readonly float[] _weights;
    private readonly Side _source;
    private readonly Side _target;
    private readonly LexicalCounts _counts;
    private readonly IReadOnlyList<(int Entry, float Count)> _prior;

    /// <param name="cells">The word pairs.</param>
    /// <param name="floor">The least probability, as a share of the uniform distribution.</param>
    /// <param name="prior">Pseudo-counts of some entries.</param>
    public SharedLexicon(CellWindow cells, double floor, IReadOnlyList<(int Entry, float Count)> prior)
    {
        _prior = prior;
        _cells = cells;
        _index = cells.Index;
        _weights = new float[_index.EntryCount];
        _weights.AsSpan().Fill(1);
        _counts = new LexicalCounts(_index.EntryCount);
        _source = new Side(_index.Corpus.SourceVocabulary.Count, _index.Corpus.TargetVocabulary.Count, floor);
        _target = new Side(_index.Corpus.TargetVocabulary.Count, _index.Corpus.SourceVocabulary.Count, floor);
    }

    /// <summary>Multiplies the emissions of both directions by the probabilities of a training pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="forward">Its forward lattice.</param>
    /// <param name="reverseNull">The emissions of NULL of its reverse lattice.</param>
    /// <param name="rows">Those of the reverse lattice, and working memory.</param>
    public void Multiply(int pair, Lattice forward, Span<float> reverseNull, AgreementRows rows)
    {
        ReadOnlySpan<int> source = _index.Corpus.Source(pair);
        ReadOnlySpan<int> target = _index.Corpus.Target(pair);
        AgreementKernel.Gather(_weights, _cells[pair], rows.Counts);
        AgreementKernel.Gather(_source.Scales, source, rows.SourceScales);
        rows.SourceScales[source.Length..].Clear();
        int stride = forward.Stride;
        for (int j = 0; j < target.Length; j++)
        {
            AgreementKernel.Multiply(
                rows.Counts.Slice(j * source.Length, stride),
                rows.SourceScales,
                _target.Scales[target[j]],
                _source.Floor,
                _target.Floor,
                forward.Emissions.Slice(j * stride, stride),
                rows.Reverse.Slice(j * stride, stride));
        }

        _target.MultiplyNull(target, _source.Floor, forward.NullEmissions);
        _source.MultiplyNull(source, _target.Floor, reverseNull);
    }

    /// <summary>
    /// Adds the agreed posteriors p(i–j | forward) · p(i–j | reverse) of a training pair (Liang, Taskar and Klein
    /// 2006, eq. 5), and each direction's own posteriors of NULL.
    /// </summary>
    public void Collect(int pair, AgreementRows rows, AgreementCounts counts)
    {
        ReadOnlySpan<int> cells = _cells[pair];
        foreach ((int cell, float posterior) in rows.Agreed)
        {
            counts.Links.Add(cells[cell], posterior);
        }

        Collect(_index.Corpus.Target(pair), rows.ForwardNull, counts.ForwardNull);
        Collect(_index.Corpus.Source(pair), rows.ReverseNull, counts.ReverseNull);
    }

    /// <summary>Adds what the chunks collected, in their order, to the expected counts.</summary>
    public void Add(IReadOnlyList<AgreementCounts> chunks, ParallelOptions parallel)
    {
        _counts.Add([.. chunks.Select(chunk => chunk.Links)], parallel);
        _target.NullCounts.Add([.. chunks.Select(chunk => chunk.ForwardNull)], parallel);
        _source.NullCounts.Add([.. chunks.Select(chunk => chunk.ReverseNull)], parallel);
    }

    /// <summary>The M-step; forgets the counts.</summary>
    public void Maximize()
    {
        double[] counts = _counts.Values;
        foreach ((int entry, float count) in _prior)
        {
            counts[entry] += count;
        }

        double[] sourceTotals = new double[_source.Scales.Length];
        double[] targetTotals = new double[_target.Scales.Length];
        for (int row = 0; row < sourceTotals.Length; row++)
        {
            for (int entry = _index.RowStarts[row]; entry < _index.RowStarts[row + 1]; entry++)
            {
                _weights[entry] = (float)counts[entry];
                sourceTotals[row] += counts[entry];
                targetTotals[_index.Columns[entry]] += counts[entry];
            }
        }

        _weights[CooccurrenceIndex.Pruned] = 0;
        _source.Maximize(sourceTotals);
        _target.Maximize(targetTotals);
        _counts.Clear();
    }

    /// <summary>The tables t(f|e) and t(e|f) of the trained models.</summary>
    public (LexicalTable Forward, LexicalTable Reverse) ToTables()
    {
        float[] probabilities = new float[_weights.Length];
        for (int row = 0; row < _source.Scales.Length; row++)
        {
            for (int entry = _index.RowStarts[row]; entry < _index.RowStarts[row + 1]; entry++)
            {
                probabilities[entry] = _weights[entry] * _source.Scales[row];
            }
        }

        LexicalTable forward = LexicalTableBuilder.Build(
            _index, probabilities, _target.NullProbabilities, _source.Floor, _source.Totals());
        for (int entry = CooccurrenceIndex.Pruned + 1; entry < probabilities.Length; entry++)
        {
            probabilities[entry] = _weights[entry] * _target.Scales[_index.Columns[entry]];
        }

        LexicalTable reverse = LexicalTableBuilder.BuildTransposed(
            _index, probabilities, _source.NullProbabilities, _target.Floor, _target.Totals());
        return (forward, reverse);
    }

    private static void Collect(ReadOnlySpan<int> words, ReadOnlySpan<float> posteriors, CountBuffer counts)
    {
        for (int k = 0; k < words.Length; k++)
        {
            counts.Add(words[k], posteriors[k]);
        }
    }

    /// <summary>The words of one side: what scales their entries, and how likely NULL is to generate them.</summary>
    private sealed class Side
    {
        public Side(int words, int otherWords, double floor)
        {
            Floor = (float)(floor / Math.Max(1, otherWords)); // a bitext may hold no words at all
            Scales = new float[words];
            Scales.AsSpan().Fill(1f / otherWords);
            NullProbabilities = new float[words];
            NullProbabilities.AsSpan().Fill(1f / words);
            NullCounts = new LexicalCounts(words);
        }

        /// <summary>The least probability of a word of the other side, given one of this side.</summary>
        public float Floor { get; }

        /// <summary>1 / Σ c of each word.</summary>
        public float[] Scales { get; }

        public float[] NullProbabilities { get; }

        public LexicalCounts NullCounts { get; }

        /// <summary>Σ c of each word.</summary>
        public float[] Totals() => Array.ConvertAll(Scales, scale => scale > 0 ? 1 / scale : 0);

        public void MultiplyNull(ReadOnlySpan<int> words, float floor, Span<float> emissions)
        {
            for (int k = 0; k < words.Length; k++)
            {
                emissions[k] *= Math.Max(floor, NullProbabilities[words[k]]);
            }
        }

        public void Maximize(double[] totals)
        {
            double[] nullCounts = NullCounts.Values;
            double nullTotal = nullCounts.Sum() + (LinkLexicon.NullPrior * nullCounts.Length);
            for (int word = 0; word < totals.Length; word++)
            {
                Scales[word] = totals[word] > 0 ? (float)(1 / totals[word]) : 0;
                NullProbabilities[word] = (float)((nullCounts[word] + LinkLexicon.NullPrior) / nullTotal);
            }

            NullCounts.Clear();
        }
    }
}
