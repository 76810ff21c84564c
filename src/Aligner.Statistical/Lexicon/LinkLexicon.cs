using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The lexicons of both directions by counting the links of a text: t(f|e) = c(e,f) / Σ_f c(e,f), for the words and for
/// each of their factors.
/// </summary>
internal sealed class LinkLexicon
{
    /// <summary>Pseudo-count of each word as a translation of NULL.</summary>
    public const double NullPrior = 0.01;

    private readonly CooccurrenceIndex _index;
    private readonly double[] _links;
    private readonly int[] _sourceNull;
    private readonly int[] _targetNull;
    private readonly HashSet<int> _linkedSource = [];
    private readonly HashSet<int> _linkedTarget = [];

    /// <param name="index">The word pairs of the text.</param>
    /// <param name="prior">Pseudo-counts of some entries.</param>
    public LinkLexicon(CooccurrenceIndex index, IReadOnlyList<(int Entry, float Count)> prior)
    {
        _index = index;
        _links = new double[index.EntryCount];
        _sourceNull = new int[index.Corpus.SourceVocabulary.Count];
        _targetNull = new int[index.Corpus.TargetVocabulary.Count];
        foreach ((int entry, float count) in prior)
        {
            _links[entry] += count;
        }
    }

    /// <summary>Counts the links of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="entries">The entry of each cell: element j·n + i belongs to (e_i, f_j).</param>
    /// <param name="linked">The cells that are linked.</param>
    public void Count(int pair, ReadOnlySpan<int> entries, IReadOnlyList<int> linked)
    {
        ReadOnlySpan<int> source = _index.Corpus.Source(pair);
        _linkedSource.Clear();
        _linkedTarget.Clear();
        foreach (int cell in linked)
        {
            _links[entries[cell]]++;
            _linkedSource.Add(cell % source.Length);
            _linkedTarget.Add(cell / source.Length);
        }

        CountUnlinked(source, _linkedSource, _sourceNull);
        CountUnlinked(_index.Corpus.Target(pair), _linkedTarget, _targetNull);
    }

    /// <summary>t(f|e) and t(e|f).</summary>
    /// <param name="factoring">The factors.</param>
    /// <param name="floor">The least probability, as a share of the uniform distribution.</param>
    public (FactoredLexicon Forward, FactoredLexicon Reverse) ToLexicons(Factoring factoring, double floor)
    {
        (LexicalTable Forward, LexicalTable Reverse)[] tables =
        [
            ToTables(new Spelling(_sourceNull, word => word), new Spelling(_targetNull, word => word), floor),
            .. factoring.Source.Zip(factoring.Target, (source, target) => ToTables(
                Spelling.Of(_sourceNull, source), Spelling.Of(_targetNull, target), floor)),
        ];
        return (
            new FactoredLexicon([.. tables.Select(table => table.Forward)]),
            new FactoredLexicon([.. tables.Select(table => table.Reverse)]));
    }

    private static void CountUnlinked(ReadOnlySpan<int> words, HashSet<int> linked, int[] counts)
    {
        for (int position = 0; position < words.Length; position++)
        {
            counts[words[position]] += linked.Contains(position) ? 0 : 1;
        }
    }

    private (LexicalTable Forward, LexicalTable Reverse) ToTables(Spelling source, Spelling target, double floor)
    {
        Dictionary<(int Source, int Target), double> counts = [];
        for (int word = 0; word < _index.RowCount; word++)
        {
            for (int entry = _index.RowStarts[word]; entry < _index.RowStarts[word + 1]; entry++)
            {
                if (_links[entry] > 0)
                {
                    (int, int) key = (source.ValueOf(word), target.ValueOf(_index.Columns[entry]));
                    counts[key] = counts.GetValueOrDefault(key) + _links[entry];
                }
            }
        }

        return (
            LexicalTableBuilder.FromCounts(
                counts.Select(count => (count.Key.Source, count.Key.Target, count.Value)),
                source.NullCounts.Length,
                target.NullCounts,
                NullPrior,
                floor),
            LexicalTableBuilder.FromCounts(
                counts.Select(count => (count.Key.Target, count.Key.Source, count.Value)),
                target.NullCounts.Length,
                source.NullCounts,
                NullPrior,
                floor));
    }

    /// <summary>A factor of the words of one side.</summary>
    /// <param name="NullCounts">How often each value is linked to nothing.</param>
    /// <param name="ValueOf">The value of a word.</param>
    private sealed record Spelling(int[] NullCounts, Func<int, int> ValueOf)
    {
        public static Spelling Of(int[] nullCounts, WordFactor factor)
        {
            int[] counts = new int[factor.Values.Count];
            for (int word = 0; word < nullCounts.Length; word++)
            {
                counts[factor.Of(word)] += nullCounts[word];
            }

            return new Spelling(counts, factor.Of);
        }
    }
}
