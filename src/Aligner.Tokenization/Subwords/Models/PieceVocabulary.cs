using System.Globalization;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>Pieces by id and ids by piece.</summary>
internal sealed class PieceVocabulary
{
    private const int ByteCount = 256;

    private readonly string[] _pieces;

    /// <param name="pieces">The piece of each id, empty where there is none. Of equal ones the last counts.</param>
    public PieceVocabulary(string[] pieces)
    {
        _pieces = pieces;
        Trie = new PieceTrie(pieces.Length);
        for (int id = 0; id < pieces.Length; id++)
        {
            if (pieces[id].Length > 0)
            {
                Trie.Add(pieces[id], id);
            }
        }
    }

    /// <summary>Number of ids.</summary>
    public int Count => _pieces.Length;

    /// <summary>The pieces, to look up prefixes.</summary>
    public PieceTrie Trie { get; }

    /// <summary>The piece of <paramref name="id"/>.</summary>
    public string this[int id] => _pieces[id];

    /// <summary>The id of <paramref name="piece"/>, or −1.</summary>
    public int Find(ReadOnlySpan<char> piece) => Trie.Find(piece);

    /// <summary>The ids of the pieces <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c>, −1 where there is none.</summary>
    public int[] BytePieces() =>
    [
        .. Enumerable.Range(0, ByteCount).Select(value =>
            Find(string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>"))),
    ];
}
