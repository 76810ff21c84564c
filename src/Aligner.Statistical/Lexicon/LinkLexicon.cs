using System.Runtime.InteropServices;
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

    private readonly ParallelCorpus _corpus;
    private readonly Dictionary<(int Source, int Target), double> _links = [];
    private readonly int[] _sourceNull;
    private readonly int[] _targetNull;
    private readonly HashSet<int> _linkedSource = [];
    private readonly HashSet<int> _linkedTarget = [];

    /// <param name="corpus">The text.</param>
    /// <param name="prior">Pseudo-counts of word pairs.</param>
    public LinkLexicon(ParallelCorpus corpus, IReadOnlyList<WordPairCount> prior)
    {
        _corpus = corpus;
        _sourceNull = new int[corpus.SourceVocabulary.Count];
        _targetNull = new int[corpus.TargetVocabulary.Count];
        foreach (WordPairCount pair in prior)
        {
            Add(pair.Source, pair.Target, (float)pair.Count);
        }
    }

    /// <summary>Counts the links of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="linked">The cells that are linked: cell j·n + i belongs to (e_i, f_j).</param>
    public void Count(int pair, IReadOnlyList<int> linked)
    {
        ReadOnlySpan<int> source = _corpus.Source(pair);
        ReadOnlySpan<int> target = _corpus.Target(pair);
        _linkedSource.Clear();
        _linkedTarget.Clear();
        foreach (int cell in linked)
        {
            (int j, int i) = Math.DivRem(cell, source.Length);
            Add(source[i], target[j], 1);
            _linkedSource.Add(i);
            _linkedTarget.Add(j);
        }

        CountUnlinked(source, _linkedSource, _sourceNull);
        CountUnlinked(target, _linkedTarget, _targetNull);
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

    private void Add(int source, int target, double count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_links, (source, target), out _) += count;

    private (LexicalTable Forward, LexicalTable Reverse) ToTables(Spelling source, Spelling target, double floor)
    {
        Dictionary<(int Source, int Target), double> counts = [];
        foreach (((int e, int f), double links) in _links.Where(pair => pair.Value > 0))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (source.ValueOf(e), target.ValueOf(f)), out _) += links;
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
