using System.Text.Json;
using Aligner.Core;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads <c>model</c> of a <c>tokenizer.json</c>.</summary>
internal static class ModelJson
{
    /// <summary>Ids far above the number of pieces are a damaged file, not a reason to fill the memory.</summary>
    public const int MaxGap = 1_000_000;

    /// <exception cref="DataException">The section breaks the format or names a type that is not known.</exception>
    public static ISubwordModel Read(JsonSection section) => TypeOf(section) switch
    {
        "WordPiece" => ReadWordPiece(section),
        "Unigram" => ReadUnigram(section),
        "BPE" => ReadBpe(section),
        _ => throw section.UnknownType("model"),
    };

    /// <summary>The type; old files do not name it.</summary>
    private static string TypeOf(JsonSection section) =>
        section["type"].IsPresent ? section.Type
        : section["merges"].IsPresent ? "BPE"
        : section["unk_id"].IsPresent ? "Unigram"
        : section["max_input_chars_per_word"].IsPresent ? "WordPiece"
        : section.Type;

    private static WordPieceModel ReadWordPiece(JsonSection section)
    {
        PieceVocabulary vocabulary = ReadVocabulary(section["vocab"]);
        JsonSection length = section["max_input_chars_per_word"];
        return new WordPieceModel(
            vocabulary,
            Require(vocabulary, section["unk_token"], section["unk_token"].Text("[UNK]")),
            section["continuing_subword_prefix"].Text("##"),
            length.IsPresent ? length.Index() : 100);
    }

    private static UnigramModel ReadUnigram(JsonSection section)
    {
        List<string> pieces = [];
        List<double> scores = [];
        foreach (JsonSection entry in section["vocab"].Items())
        {
            if (entry.Items().ToArray() is not [JsonSection piece, JsonSection score])
            {
                throw entry.Fault("is not a piece and its score");
            }

            pieces.Add(piece.Text());
            scores.Add(score.Number());
        }

        int unknown = section["unk_id"].Index();
        if (unknown >= pieces.Count)
        {
            throw section["unk_id"].Fault($"is {unknown}, but there are {pieces.Count} pieces");
        }

        PieceVocabulary vocabulary = new([.. pieces]);
        return new UnigramModel(vocabulary, [.. scores], unknown, ReadBytePieces(section, vocabulary));
    }

    private static BpeModel ReadBpe(JsonSection section)
    {
        PieceVocabulary vocabulary = ReadVocabulary(section["vocab"]);
        JsonSection unknown = section["unk_token"];
        string prefix = section["continuing_subword_prefix"].Text(string.Empty);
        MergeTable merges = new(vocabulary, prefix);
        foreach (JsonSection entry in section["merges"].Items())
        {
            string[] sides = entry.Element.ValueKind == JsonValueKind.Array
                ? [.. entry.Items().Select(side => side.Text())]
                : entry.Text().Split(' ');
            merges.Add(sides, entry.Fault);
        }

        return new BpeModel(vocabulary, merges.Merges, new BpeOptions
        {
            Unknown = unknown.IsPresent ? Require(vocabulary, unknown, unknown.Text()) : null,
            FuseUnknown = section["fuse_unk"].Flag(false),
            BytePieces = ReadBytePieces(section, vocabulary),
            IgnoreMerges = section["ignore_merges"].Flag(false),
            ContinuationPrefix = prefix,
            EndSuffix = section["end_of_word_suffix"].Text(string.Empty),
        });
    }

    /// <summary>Pieces and their ids, as members of an object.</summary>
    public static PieceVocabulary ReadVocabulary(JsonSection section)
    {
        (string Piece, int Id)[] entries = [.. section.Members().Select(entry => (entry.Name, entry.Value.Index()))];
        int last = entries.Select(entry => entry.Id).Append(-1).Max();
        if (last - entries.Length >= MaxGap)
        {
            throw section.Fault($"has the id {last}, but {entries.Length} pieces");
        }

        string[] pieces = new string[last + 1];
        Array.Fill(pieces, string.Empty);
        foreach ((string piece, int id) in entries)
        {
            pieces[id] = pieces[id].Length == 0
                ? piece : throw section.Fault($"gives the id {id} to both '{pieces[id]}' and '{piece}'");
        }

        return new PieceVocabulary(pieces);
    }

    private static int[]? ReadBytePieces(JsonSection section, PieceVocabulary vocabulary) =>
        section["byte_fallback"].Flag(false) ? vocabulary.BytePieces() : null;

    private static int Require(PieceVocabulary vocabulary, JsonSection section, string piece) =>
        vocabulary.Find(piece) is >= 0 and int id
            ? id : throw section.Fault($"names '{piece}', which the vocabulary lacks");
}
