using System.Text.Json;
using Aligner.Core;
using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>Reads <c>config.json</c> of a Hugging Face folder.</summary>
internal static class HuggingFaceConfig
{
    public const string FileName = "config.json";

    private static readonly Dictionary<string, EncoderFamily> Families = new()
    {
        ["bert"] = EncoderFamily.Bert,
        ["roberta"] = EncoderFamily.Roberta,
        ["xlm-roberta"] = EncoderFamily.Roberta,
        ["camembert"] = EncoderFamily.Roberta,
        ["distilbert"] = EncoderFamily.DistilBert,
    };

    private static readonly string[] Activations = ["gelu", "gelu_new", "gelu_pytorch_tanh", "relu"];

    /// <exception cref="DataException">It is missing or damaged, or describes no encoder that is known.</exception>
    public static EncoderConfig Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new DataException($"{folder}: there is no {FileName}, so it is no Hugging Face folder");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(RegularFile.ReadAllBytes(path, RegularFile.SettingsBound));
            return Read(path, document.RootElement);
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new DataException($"{path}: it is damaged ({exception.Message})", exception);
        }
    }

    /// <summary>Rows of the position table that no input uses: RoBERTa counts positions after the padding id.</summary>
    public static int PositionOffset(EncoderConfig config) =>
        config.Family == EncoderFamily.Roberta ? config.PadId + 1 : 0;

    private static EncoderConfig Read(string path, JsonElement root)
    {
        string type = Text(root, "model_type") ?? "none";
        if (!Families.TryGetValue(type, out EncoderFamily family))
        {
            throw new DataException(
                $"{path}: model type '{type}' is unknown; known are {string.Join(", ", Families.Keys)}");
        }

        string positions = Text(root, "position_embedding_type") ?? "absolute";
        if (positions != "absolute")
        {
            throw new DataException($"{path}: position embeddings of type '{positions}' are not supported");
        }

        bool isDistil = family == EncoderFamily.DistilBert;
        string activation = Text(root, isDistil ? "activation" : "hidden_act") ?? "gelu";
        if (!Activations.Contains(activation))
        {
            throw new DataException(
                $"{path}: activation '{activation}' is unknown; known are {string.Join(", ", Activations)}");
        }

        (HeadKind head, int labels) = Head(root);
        EncoderConfig config = new()
        {
            Family = family,
            VocabularySize = Number(path, root, "vocab_size"),
            HiddenSize = Number(path, root, isDistil ? "dim" : "hidden_size"),
            Layers = Number(path, root, isDistil ? "n_layers" : "num_hidden_layers"),
            Heads = Number(path, root, isDistil ? "n_heads" : "num_attention_heads"),
            IntermediateSize = Number(path, root, isDistil ? "hidden_dim" : "intermediate_size"),
            MaxLength = Number(path, root, "max_position_embeddings"),
            TokenTypes = isDistil ? 0 : Number(path, root, "type_vocab_size"),
            PadId = root.TryGetProperty("pad_token_id", out JsonElement pad) && pad.ValueKind == JsonValueKind.Number
                ? pad.GetInt32()
                : family == EncoderFamily.Roberta ? 1 : 0,
            Activation = activation,
            LayerNormEpsilon = root.TryGetProperty("layer_norm_eps", out JsonElement epsilon)
                ? epsilon.GetSingle()
                : 1e-12f,
            Head = head,
            Labels = labels,
        };
        if (config.HiddenSize % config.Heads != 0)
        {
            throw new DataException(
                $"{path}: hidden size {config.HiddenSize} cannot be divided among {config.Heads} heads");
        }

        ManifestCheck.Require(config, path);
        int usable = config.MaxLength - PositionOffset(config);
        return usable > 0
            ? config with { MaxLength = usable }
            : throw new DataException($"{path}: max_position_embeddings of {config.MaxLength} leaves no position");
    }

    private static (HeadKind Head, int Labels) Head(JsonElement root)
    {
        string architecture =
            root.TryGetProperty("architectures", out JsonElement list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Select(item => item.GetString()).FirstOrDefault() ?? string.Empty
                : string.Empty;
        if (architecture.EndsWith("ForQuestionAnswering", StringComparison.Ordinal))
        {
            return (HeadKind.Span, 2);
        }

        return architecture.EndsWith("ForTokenClassification", StringComparison.Ordinal)
            ? (HeadKind.Token, root.TryGetProperty("id2label", out JsonElement labels)
                ? labels.EnumerateObject().Count()
                : 2)
            : (HeadKind.None, 0);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int Number(string path, JsonElement root, string name) =>
        !root.TryGetProperty(name, out JsonElement value)
            ? throw new DataException($"{path}: '{name}' is missing")
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number > 0
                ? number
                : throw new DataException($"{path}: '{name}' is {value.GetRawText()}, not a positive number");
}
