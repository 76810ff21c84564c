using Aligner.Applications.Counts;
using Aligner.Applications.Sorting;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>
/// Makes a phrase table of linked pairs. Phrase pairs are sorted on disk, so that memory holds no more than the words
/// of the text, how often they are linked, a buffer, and the translations of one phrase.
/// </summary>
public sealed class PhraseTableBuilder : IDisposable
{
    private readonly PhraseTableOptions _options;
    private readonly string _folder;
    private readonly WordPairCounts _words = new();
    private readonly PhraseRecord _record = new();
    private readonly ExternalSorter _extracted;

    /// <param name="options">How the table is made.</param>
    /// <param name="folder">An existing folder for temporary files.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PhraseTableBuilder(PhraseTableOptions options, string folder)
    {
        options.Validate();
        (_options, _folder) = (options, folder);
        _extracted = NewSorter();
    }

    /// <summary>Extracts the phrase pairs of a sentence pair.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(AlignedPair pair)
    {
        _words.Add(pair);
        foreach (ExtractedPhrase phrase in ExtractedPhrase.AllOf(pair, _options.MaxLength))
        {
            _extracted.Add(
                _record.Of(phrase.Source, phrase.Target, phrase.Links, phrase.Previous, phrase.Next));
        }
    }

    /// <summary>The table, once: sorted by source, then target phrase, in the order of their UTF-8 bytes.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public IEnumerable<PhraseTableEntry> Build(CancellationToken cancellation = default)
    {
        using ExternalSorter byTarget = NewSorter();
        using ExternalSorter bySource = NewSorter();
        IEnumerable<PhraseTableEntry> counted = PhraseGroups.Merge(Read(_extracted, PhraseRecord.ReadOne));
        foreach (PhraseTableEntry entry in PhraseGroups.WithTotals(
            counted,
            entry => entry.Source,
            (entry, total) => entry with { Counts = entry.Counts with { Source = total } }))
        {
            cancellation.ThrowIfCancellationRequested();
            byTarget.Add(_record.ByTarget(entry with { Weights = Weigh(entry) }));
        }

        foreach (PhraseTableEntry entry in PhraseGroups.WithTotals(
            Read(byTarget, PhraseRecord.ReadByTarget),
            entry => entry.Target,
            (entry, total) => entry with { Counts = entry.Counts with { Target = total } }))
        {
            cancellation.ThrowIfCancellationRequested();
            bySource.Add(_record.BySource(entry));
        }

        foreach (PhraseTableEntry entry in Read(bySource, PhraseRecord.ReadBySource))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _extracted.Dispose();

    private ExternalSorter NewSorter() => new(_folder, _options.BufferBytes);

    private static IEnumerable<PhraseTableEntry> Read(
        ExternalSorter sorter, Func<ReadOnlyMemory<byte>, PhraseTableEntry> read) => sorter.Sorted().Select(read);

    private LexicalWeights Weigh(PhraseTableEntry entry) => LexicalWeighting.Weigh(
        entry.Source.Split(' '),
        entry.Target.Split(' '),
        [.. entry.Links.Split(' ').Select(ParseLink)],
        _words);

    private static Link ParseLink(string link)
    {
        int dash = link.IndexOf('-', StringComparison.Ordinal);
        return new Link(int.Parse(link.AsSpan(0, dash), null), int.Parse(link.AsSpan(dash + 1), null));
    }
}
