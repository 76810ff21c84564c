using System.Collections.Concurrent;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords;

/// <summary>The pieces of words met before. Threads may share it; when full, it keeps what it has.</summary>
internal sealed class PieceCache
{
    /// <summary>Longer words are rarely met again.</summary>
    public const int MaxLength = 64;

    private const int Capacity = 1 << 17;

    private readonly ConcurrentDictionary<string, PieceSpan[]> _words = new();
    private readonly ConcurrentDictionary<string, PieceSpan[]>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private int _count;

    public PieceCache() => _spans = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The pieces of <paramref name="word"/>, or null if it is not here.</summary>
    public PieceSpan[]? Find(ReadOnlySpan<char> word) =>
        _spans.TryGetValue(word, out PieceSpan[]? pieces) ? pieces : null;

    /// <summary>Keeps the pieces of a word, unless it is long or there is no room.</summary>
    public void Add(ReadOnlySpan<char> word, PieceSpan[] pieces)
    {
        if (word.Length <= MaxLength && Volatile.Read(ref _count) < Capacity && _spans.TryAdd(word, pieces))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
