using System.Text.Json;
using Aligner.Core;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Finds special tokens as <c>special_tokens_map.json</c> spells them, or else as usual.</summary>
internal static class SpecialTokenNames
{
    public const string Cls = "cls_token";
    public const string Sep = "sep_token";
    public const string Pad = "pad_token";
    public const string Mask = "mask_token";
    public const string Unk = "unk_token";

    /// <param name="vocabulary">The pieces.</param>
    /// <param name="added">The added tokens, asked first.</param>
    /// <param name="map"><c>special_tokens_map.json</c>, perhaps absent.</param>
    /// <exception cref="DataException">The map names a token that there is not.</exception>
    public static SpecialTokenIds Find(
        PieceVocabulary vocabulary, IReadOnlyList<AddedToken> added, JsonSection map)
    {
        return new SpecialTokenIds(
            Find(Cls, "[CLS]", "<s>"),
            Find(Sep, "[SEP]", "</s>"),
            Find(Pad, "[PAD]", "<pad>"),
            Find(Mask, "[MASK]", "<mask>"),
            Find(Unk, "[UNK]", "<unk>"));

        int? Find(string role, string bert, string roberta) => Spelling(map, role) is string name
            ? IdOf(name) ?? throw map[role].Fault($"names '{name}', which the vocabulary lacks")
            : IdOf(bert) ?? IdOf(roberta);

        int? IdOf(string name) => added.FirstOrDefault(token => token.Content == name) is AddedToken token
            ? token.Id
            : vocabulary.Find(name) is >= 0 and int id ? id : null;
    }

    /// <summary>What the map says of a role: a string or an object with a <c>content</c>; null for nothing.</summary>
    public static string? Spelling(JsonSection map, string role)
    {
        JsonSection entry = map[role];
        return !entry.IsPresent ? null
            : entry.Element.ValueKind == JsonValueKind.Object ? entry["content"].Text() : entry.Text();
    }
}
