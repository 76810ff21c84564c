using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Finetuning.Corpora;

/// <summary>
/// Sentence pairs to train on, packed in memory (about 12 bytes a piece), in groups that are balanced against each
/// other: usually a group for each language pair.
/// </summary>
/// <param name="tokenizer">The tokenizer of the model that is trained.</param>
/// <param name="maxPieces">Pairs with more pieces on a side, special ones included, are left out.</param>
public sealed class TrainingCorpus(SubwordTokenizer tokenizer, int maxPieces)
{
    private readonly List<int> _ids = [];
    private readonly List<short> _words = [];
    private readonly List<ScoredLink> _links = [];
    private readonly List<Entry> _entries = [];
    private readonly List<int> _groupEnds = [];
    private readonly List<double> _groupWeights = [];

    /// <summary>Pairs kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Pairs left out: a side has no word, no piece or too many pieces.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Number of groups.</summary>
    public int GroupCount => _groupEnds.Count;

    /// <summary>The pair at an index.</summary>
    public TrainingPair this[int index]
    {
        get
        {
            Entry entry = _entries[index];
            return new TrainingPair
            {
                Source = Sequence(entry.Start, entry.SourceLength, entry.SourceWords),
                Target = Sequence(entry.Start + entry.SourceLength, entry.TargetLength, entry.TargetWords),
                Links = CollectionsMarshal.AsSpan(_links).Slice(entry.FirstLink, entry.LinkCount),
            };
        }
    }

    /// <summary>The indices of the pairs of a group.</summary>
    public Range Group(int group) => (group == 0 ? 0 : _groupEnds[group - 1]).._groupEnds[group];

    /// <summary>How often a group is drawn from beside what its size says: its own weight.</summary>
    public double GroupWeight(int group) => _groupWeights[group];

    /// <summary>Pieces of both sides of a pair, special ones included.</summary>
    public (int Source, int Target) Lengths(int index) =>
        (_entries[index].SourceLength, _entries[index].TargetLength);

    /// <summary>Adds a group; one that keeps no pair is forgotten.</summary>
    /// <param name="pairs">Pairs with their links, which lie within them.</param>
    /// <param name="weight">How much more often than others of its size it is drawn from, above 0.</param>
    public void AddGroup(
        IEnumerable<(TokenizedPair Pair, IReadOnlyList<ScoredLink> Links)> pairs, double weight = 1)
    {
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "must be above 0");
        }

        int before = Count;
        foreach ((TokenizedPair pair, IReadOnlyList<ScoredLink> links) in pairs)
        {
            Add(pair, links);
        }

        if (Count > before)
        {
            _groupEnds.Add(Count);
            _groupWeights.Add(weight);
        }
    }

    /// <summary>
    /// A hash of all pieces, words and groups, 16 hexadecimal digits; links, which may come from elsewhere, are not
    /// in it.
    /// </summary>
    public string Fingerprint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_groupEnds)));
        hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_ids)));
        hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_words)));
        foreach (Entry entry in _entries)
        {
            hash.AppendData(MemoryMarshal.AsBytes([entry.SourceLength, entry.TargetLength]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private void Add(TokenizedPair pair, IReadOnlyList<ScoredLink> links)
    {
        EncodedPieces source = tokenizer.AddSpecialTokens(tokenizer.Encode(pair.Source)).Pieces;
        EncodedPieces target = tokenizer.AddSpecialTokens(tokenizer.Encode(pair.Target)).Pieces;
        if (!IsUsable(source, pair.Source.Count) || !IsUsable(target, pair.Target.Count))
        {
            LeftOut++;
            return;
        }

        _entries.Add(new Entry(
            _ids.Count, source.Count, target.Count, pair.Source.Count, pair.Target.Count, _links.Count, links.Count));
        Append(source);
        Append(target);
        _links.AddRange(links);
    }

    private bool IsUsable(EncodedPieces pieces, int words) =>
        words <= short.MaxValue && pieces.Count <= maxPieces && pieces.Words.ContainsAnyExcept(EncodedPieces.NoWord);

    private void Append(EncodedPieces pieces)
    {
        _ids.AddRange(pieces.Ids);
        foreach (int word in pieces.Words)
        {
            _words.Add((short)word);
        }
    }

    private PieceSequence Sequence(int start, int length, int words) => new(
        CollectionsMarshal.AsSpan(_ids).Slice(start, length),
        CollectionsMarshal.AsSpan(_words).Slice(start, length),
        words);

    private readonly record struct Entry(
        int Start,
        int SourceLength,
        int TargetLength,
        int SourceWords,
        int TargetWords,
        int FirstLink,
        int LinkCount);
}
