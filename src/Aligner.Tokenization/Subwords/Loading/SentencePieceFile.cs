using System.Text.Unicode;
using Aligner.Core.Binary;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>What a SentencePiece <c>.model</c> file says (<c>sentencepiece_model.proto</c>).</summary>
internal sealed class SentencePieceFile
{
    /// <summary>The kinds of pieces.</summary>
    public enum PieceType
    {
        Normal = 1,
        Unknown = 2,
        Control = 3,
        UserDefined = 4,
        Unused = 5,
        Byte = 6,
    }

    /// <summary>The kinds of models.</summary>
    public enum ModelType
    {
        Unigram = 1,
        Bpe = 2,
        Word = 3,
        Character = 4,
    }

    /// <summary>A piece, its score and its kind.</summary>
    public readonly record struct Entry(string Piece, float Score, PieceType Type);

    /// <summary>The pieces by id.</summary>
    public List<Entry> Pieces { get; } = [];

    /// <summary>The kind of the model.</summary>
    public ModelType Type { get; private set; } = ModelType.Unigram;

    /// <summary>Whether unknown characters become bytes.</summary>
    public bool ByteFallback { get; private set; }

    /// <summary>Whether blanks end words in place of beginning them.</summary>
    public bool BlankIsSuffix { get; private set; }

    /// <summary>The compiled normalization rules, empty for none.</summary>
    public byte[] CharsMap { get; private set; } = [];

    /// <summary>Whether a blank is put before the text.</summary>
    public bool AddsPrefix { get; private set; } = true;

    /// <summary>Whether blanks at the ends and repeated ones are dropped.</summary>
    public bool RemovesExtraSpaces { get; private set; } = true;

    /// <summary>Whether blanks are written as U+2581.</summary>
    public bool EscapesSpaces { get; private set; } = true;

    /// <exception cref="InvalidDataException">The bytes are no such file.</exception>
    public static SentencePieceFile Parse(ReadOnlySpan<byte> bytes)
    {
        SentencePieceFile file = new();
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    file.Pieces.Add(ParsePiece(reader.Content));
                    break;
                case 2:
                    file.ParseTrainer(reader.Content);
                    break;
                case 3:
                    file.ParseNormalizer(reader.Content);
                    break;
            }
        }

        return file;
    }

    private static Entry ParsePiece(ReadOnlySpan<byte> bytes)
    {
        (string piece, float score, PieceType type) = (string.Empty, 0, PieceType.Normal);
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    piece = Utf8.IsValid(reader.Content)
                        ? reader.Text : throw new InvalidDataException("a piece is not UTF-8");
                    break;
                case 2:
                    score = float.IsFinite(reader.RealNumber)
                        ? reader.RealNumber : throw new InvalidDataException($"a score is {reader.RealNumber}");
                    break;
                case 3:
                    type = (PieceType)reader.WholeNumber;
                    break;
            }
        }

        return new Entry(piece, score, type);
    }

    private void ParseTrainer(ReadOnlySpan<byte> bytes)
    {
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 3:
                    Type = (ModelType)reader.WholeNumber;
                    break;
                case 24:
                    BlankIsSuffix = reader.WholeNumber != 0;
                    break;
                case 35:
                    ByteFallback = reader.WholeNumber != 0;
                    break;
            }
        }
    }

    private void ParseNormalizer(ReadOnlySpan<byte> bytes)
    {
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 2:
                    CharsMap = reader.Content.ToArray();
                    break;
                case 3:
                    AddsPrefix = reader.WholeNumber != 0;
                    break;
                case 4:
                    RemovesExtraSpaces = reader.WholeNumber != 0;
                    break;
                case 5:
                    EscapesSpaces = reader.WholeNumber != 0;
                    break;
            }
        }
    }
}
