using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The lexicons of both directions by counting the links of a text: t(f|e) = c(e,f) / Σ_f c(e,f), for the words and for
/// each of their factors.
/// </summary>
/// <param name="index">The word pairs of the text.</param>
internal sealed class LinkLexicon(CooccurrenceIndex index)
{
    /// <summary>Pseudo-count of each word as a translation of NULL.</summary>
    public const double NullPrior = 0.01;

    private readonly int[] _links = new int[index.EntryCount];
    private readonly int[] _sourceNull = new int[index.Corpus.SourceVocabulary.Count];
    private readonly int[] _targetNull = new int[index.Corpus.TargetVocabulary.Count];
    private readonly HashSet<int> _linkedSource = [];
    private readonly HashSet<int> _linkedTarget = [];

    /// <summary>Counts the links of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="entries">The entry of each cell: element j·n + i belongs to (e_i, f_j).</param>
    /// <param name="linked">The cells that are linked.</param>
    public void Count(int pair, ReadOnlySpan<int> entries, IReadOnlyList<int> linked)
    {
        ReadOnlySpan<int> source = index.Corpus.Source(pair);
        _linkedSource.Clear();
        _linkedTarget.Clear();
        foreach (int cell in linked)
        {
            _links[entries[cell]]++;
            _linkedSource.Add(cell % source.Length);
            _linkedTarget.Add(cell / source.Length);
        }

        CountUnlinked(source, _linkedSource, _sourceNull);
        CountUnlinked(index.Corpus.Target(pair), _linkedTarget, _targetNull);
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
        for (int word = 0; word < index.RowCount; word++)
        {
            for (int entry = index.RowStarts[word]; entry < index.RowStarts[word + 1]; entry++)
            {
                if (_links[entry] > 0)
                {
                    (int, int) key = (source.ValueOf(word), target.ValueOf(index.Columns[entry]));
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
