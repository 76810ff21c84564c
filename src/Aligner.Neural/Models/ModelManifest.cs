using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Core;
using Aligner.Similarity;

namespace Aligner.Neural.Models;

/// <summary>The file <c>aligner-model.json</c> of a model folder.</summary>
public sealed partial record ModelManifest
{
    public const string FileName = "aligner-model.json";

    /// <summary>The version of the layout that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    /// <summary>The shape of the encoder.</summary>
    public required EncoderConfig Encoder { get; init; }

    /// <summary><c>float32</c> or <c>int8</c>.</summary>
    public required string Precision { get; init; }

    /// <summary>
    /// Whether the weights of products are such that no processor overflows, as <see cref="WeightQuantizer.Columns"/>
    /// makes them; not written if not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ReducedRange { get; init; }

    /// <summary>The graph output with the hidden states after so many layers.</summary>
    public required IReadOnlyDictionary<int, string> HiddenStates { get; init; }

    /// <summary>The layer that aligns best where nobody says otherwise.</summary>
    public required int DefaultLayer { get; init; }

    /// <summary>How a word's vector comes from those of its pieces.</summary>
    public required string Pooling { get; init; }

    /// <summary>How links are best extracted; null if nothing is known.</summary>
    public LinkSettings? Links { get; init; }

    /// <summary>The tokenizer file to load.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>
    /// The file of a lexicon of stems, for what aligns by statistics; null, and not written, if there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lexicon { get; init; }

    /// <summary>Every other file of the folder.</summary>
    public required IReadOnlyDictionary<string, ModelFile> Files { get; init; }

    /// <exception cref="DataException">It is missing or damaged, or of another version.</exception>
    public static ModelManifest Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new DataException(
                $"{folder}: there is no {FileName}, so it is no model folder; make one with 'aligner model import'");
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            using JsonDocument document = JsonDocument.Parse(bytes);
            int version = document.RootElement.GetProperty("version").GetInt32();
            if (version != CurrentVersion)
            {
                throw new DataException($"{path}: version {version} is unknown; this program reads {CurrentVersion}");
            }

            ModelManifest manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Default.ModelManifest)!;
            return manifest.Encoder is { Heads: > 0, HeadSize: null or > 0, EmbeddingSize: null or > 0 }
                ? manifest
                : throw new DataException(
                    $"{path}: the encoder has no attention heads, or such of no size, or embeddings of none");
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataException($"{path}: it is damaged ({exception.Message})", exception);
        }
    }

    /// <summary>A name of an enumeration as the file writes it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Writes it into a folder.</summary>
    public void Write(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(this, ManifestJson.Default.ModelManifest) + "\n");

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web,
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters =
        [
            typeof(WordConverter<EncoderFamily>),
            typeof(WordConverter<HeadKind>),
            typeof(WordConverter<SimilarityLevel>),
            typeof(WordConverter<SimilarityMeasure>),
        ],
        WriteIndented = true,
        NewLine = "\n")]
    [JsonSerializable(typeof(ModelManifest))]
    private sealed partial class ManifestJson : JsonSerializerContext;

    private sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
        where T : struct, Enum;
}
