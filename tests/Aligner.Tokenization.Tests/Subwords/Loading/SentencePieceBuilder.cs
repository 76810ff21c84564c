using System.Text;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

/// <summary>Writes a SentencePiece <c>.model</c> file.</summary>
internal sealed class SentencePieceBuilder
{
    public const int Normal = 1;
    public const int Unknown = 2;
    public const int Control = 3;
    public const int UserDefined = 4;
    public const int Unused = 5;
    public const int Byte = 6;

    private readonly List<byte> _pieces = [];
    private readonly List<byte> _trainer = [];
    private readonly List<byte> _normalizer = [];

    public byte[] Bytes => [.. _pieces, .. Message(2, _trainer), .. Message(3, _normalizer)];

    /// <summary>Adds pieces, as <c>piece score</c>, of a type.</summary>
    public SentencePieceBuilder Add(int type, params (string Piece, float Score)[] pieces)
    {
        foreach ((string piece, float score) in pieces)
        {
            Add(type, Encoding.UTF8.GetBytes(piece), score);
        }

        return this;
    }

    public SentencePieceBuilder Add(int type, byte[] piece, float score)
    {
        _pieces.AddRange(Message(
            1, [.. Message(1, [.. piece]), (2 << 3) | 5, .. BitConverter.GetBytes(score), .. Number(3, type)]));
        return this;
    }

    /// <summary>Sets a number of the trainer's section.</summary>
    public SentencePieceBuilder Train(int field, int value)
    {
        _trainer.AddRange(Number(field, value));
        return this;
    }

    /// <summary>Sets a number of the normalizer's section.</summary>
    public SentencePieceBuilder Normalize(int field, int value)
    {
        _normalizer.AddRange(Number(field, value));
        return this;
    }

    /// <summary>Sets the characters' map.</summary>
    public SentencePieceBuilder Map(byte[] map)
    {
        _normalizer.AddRange(Message(2, [.. map]));
        return this;
    }

    private static List<byte> Message(int field, List<byte> content) =>
        [.. Varint((field << 3) | 2), .. Varint(content.Count), .. content];

    private static List<byte> Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
