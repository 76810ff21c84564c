using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The distinct word pairs (e, f) that share a sentence pair, in compressed sparse rows. Models keep their lexical
/// counts in arrays parallel to the entries.
/// </summary>
/// <remarks>
/// Entry 0 belongs to no row: it stands for the word pairs that were pruned. Row e is
/// <c>RowStarts[e]..RowStarts[e + 1]</c>, in no order.
/// </remarks>
/// <param name="corpus">The indexed bitext.</param>
/// <param name="rowStarts">Where rows start.</param>
/// <param name="columns">Target word of each entry.</param>
internal sealed class CooccurrenceIndex(ParallelCorpus corpus, int[] rowStarts, int[] columns)
{
    /// <summary>The entry of all pruned word pairs.</summary>
    public const int Pruned = 0;

    /// <summary>The indexed bitext.</summary>
    public ParallelCorpus Corpus => corpus;

    /// <summary>The number of entries, <see cref="Pruned"/> included.</summary>
    public int EntryCount => columns.Length;

    /// <summary>The number of source words.</summary>
    public int RowCount => rowStarts.Length - 1;

    /// <summary>Where the row of each source word starts; one more element than there are source words.</summary>
    public int[] RowStarts => rowStarts;

    /// <summary>The target word of each entry.</summary>
    public int[] Columns => columns;

    /// <summary>The entries of word pairs with their counts; what was pruned is left out.</summary>
    /// <param name="pairs">By source word.</param>
    public IReadOnlyList<(int Entry, float Count)> Locate(IReadOnlyList<WordPairCount> pairs)
    {
        List<(int, float)> located = new(pairs.Count);
        Dictionary<int, int> row = [];
        int loaded = -1;
        foreach (WordPairCount pair in pairs)
        {
            if (pair.Source != loaded)
            {
                loaded = pair.Source;
                row.Clear();
                for (int entry = rowStarts[loaded]; entry < rowStarts[loaded + 1]; entry++)
                {
                    row.Add(columns[entry], entry);
                }
            }

            if (row.TryGetValue(pair.Target, out int known))
            {
                located.Add((known, (float)pair.Count));
            }
        }

        return located;
    }
}
