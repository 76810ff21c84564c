using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Tokenization.Subwords.Loading;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PreTokenizers;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The Hugging Face <c>tokenizer.json</c> of a trained vocabulary.</summary>
internal static class UnigramFile
{
    private const string Start = "[CLS]";
    private const string End = "[SEP]";

    /// <summary>The nonspacing marks of Hebrew, then those of Arabic, both without punctuation.</summary>
    private const string Points = @"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
        + @"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]";

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The normalizer that the file asks for.</summary>
    public static INormalizer ReadNormalizer(UnigramTrainerOptions options) =>
        NormalizerJson.Read(Section(Normalizer(options)));

    /// <summary>The pre-tokenizer that the file asks for.</summary>
    public static IPreTokenizer ReadPreTokenizer(UnigramTrainerOptions options) =>
        PreTokenizerJson.Read(Section(PreTokenizer(options)));

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="options">How the vocabulary was trained.</param>
    /// <param name="entries">The pieces and their log-probabilities, by id.</param>
    public static void Write(
        Stream stream, UnigramTrainerOptions options, IReadOnlyList<(string Piece, double Score)> entries)
    {
        JsonObject root = new()
        {
            ["version"] = "1.0",
            ["truncation"] = null,
            ["padding"] = null,
            ["added_tokens"] = Array(options.SpecialTokens.Select(AddedToken)),
            ["normalizer"] = Normalizer(options),
            ["pre_tokenizer"] = PreTokenizer(options),
            ["post_processor"] = PostProcessor(options),
            ["decoder"] = options.MarksWordStart ? Metaspace() : null,
            ["model"] = new JsonObject
            {
                ["type"] = "Unigram",
                ["unk_id"] = Id(options, options.UnknownToken),
                ["byte_fallback"] = options.ByteFallback,
                ["vocab"] = Array(entries.Select(entry => new JsonArray(entry.Piece, entry.Score))),
            },
        };
        using Utf8JsonWriter writer = new(stream, WriterOptions);
        root.WriteTo(writer);
    }

    private static JsonSection Section(JsonNode node) =>
        new("tokenizer.json", string.Empty, JsonSerializer.SerializeToElement(node));

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private static int Id(UnigramTrainerOptions options, string token) => options.SpecialTokens.ToList().IndexOf(token);

    private static JsonObject AddedToken(string token, int id) => new()
    {
        ["id"] = id,
        ["content"] = token,
        ["single_word"] = false,
        ["lstrip"] = false,
        ["rstrip"] = false,
        ["normalized"] = false,
        ["special"] = true,
    };

    private static JsonObject Normalizer(UnigramTrainerOptions options)
    {
        JsonObject nfkc = new() { ["type"] = "NFKC" }, lowercase = new() { ["type"] = "Lowercase" };
        JsonObject points = new()
        {
            ["type"] = "Replace",
            ["pattern"] = new JsonObject { ["Regex"] = Points },
            ["content"] = string.Empty,
        };
        List<JsonNode> steps = [nfkc];
        if (options.Lowercase)
        {
            steps.Add(lowercase);
        }

        if (options.DropsPoints)
        {
            steps.Add(points);
        }

        return steps.Count == 1 ? nfkc : new() { ["type"] = "Sequence", ["normalizers"] = Array(steps) };
    }

    private static JsonObject PreTokenizer(UnigramTrainerOptions options)
    {
        JsonObject spaces = new() { ["type"] = "WhitespaceSplit" };
        return options.MarksWordStart
            ? new() { ["type"] = "Sequence", ["pretokenizers"] = new JsonArray(spaces, Metaspace()) }
            : spaces;
    }

    private static JsonObject Metaspace() => new()
    {
        ["type"] = "Metaspace",
        ["replacement"] = "\u2581",
        ["prepend_scheme"] = "always",
        ["split"] = true,
    };

    private static JsonObject? PostProcessor(UnigramTrainerOptions options) =>
        options.SpecialTokens.Contains(Start) && options.SpecialTokens.Contains(End)
            ? new()
            {
                ["type"] = "TemplateProcessing",
                ["single"] = new JsonArray(Special(Start, 0), Sequence("A", 0), Special(End, 0)),
                ["pair"] = new JsonArray(
                    Special(Start, 0), Sequence("A", 0), Special(End, 0), Sequence("B", 1), Special(End, 1)),
                ["special_tokens"] = new JsonObject
                {
                    [Start] = SpecialIds(options, Start),
                    [End] = SpecialIds(options, End),
                },
            }
            : null;

    private static JsonObject Special(string token, int typeId) =>
        new() { ["SpecialToken"] = new JsonObject { ["id"] = token, ["type_id"] = typeId } };

    private static JsonObject Sequence(string name, int typeId) =>
        new() { ["Sequence"] = new JsonObject { ["id"] = name, ["type_id"] = typeId } };

    private static JsonObject SpecialIds(UnigramTrainerOptions options, string token) => new()
    {
        ["id"] = token,
        ["ids"] = new JsonArray(Id(options, token)),
        ["tokens"] = new JsonArray(token),
    };
}
