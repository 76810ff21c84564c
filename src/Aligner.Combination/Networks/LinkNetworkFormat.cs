using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Combination.Networks;

/// <summary>A network, with those that it is stacked on, as JSON, a line for each feature.</summary>
public static partial class LinkNetworkFormat
{
    private const string Resource = "network.json";

    private static readonly Lazy<LinkNetwork> Own = new(() =>
    {
        using Stream stream = typeof(LinkNetworkFormat).Assembly.GetManifestResourceStream(Resource)!;
        return Read(stream);
    });

    /// <summary>The network that comes with the tool.</summary>
    public static LinkNetwork Shipped => Own.Value;

    /// <summary>Reads a network.</summary>
    /// <param name="path">A path; plain or gzip.</param>
    /// <exception cref="DataException">The file is not a network.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static LinkNetwork Open(string path)
    {
        using Stream stream = TextInput.OpenStream(path);
        try
        {
            return Read(stream);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or ArgumentException)
        {
            throw new DataException($"{path}: not a network: {exception.Message}");
        }
    }

    /// <summary>Writes a network, and those that it is stacked on.</summary>
    public static void Write(TextWriter text, LinkNetwork network)
    {
        Write(text, network, indent: string.Empty);
        text.WriteLine();
    }

    /// <summary>Reads a network.</summary>
    /// <exception cref="JsonException">The text is no JSON of a network.</exception>
    /// <exception cref="InvalidDataException">Numbers are missing.</exception>
    /// <exception cref="ArgumentException">Numbers do not fit together, or are not finite.</exception>
    public static LinkNetwork Read(Stream stream)
    {
        Content content = JsonSerializer.Deserialize(stream, NetworkJson.Default.Content)
            ?? throw new InvalidDataException("the network is empty");
        LinkNetwork network = content.ToNetwork();
        network.Validate();
        return network;
    }

    private static void Write(TextWriter text, LinkNetwork network, string indent)
    {
        text.WriteLine("{");
        text.WriteLine($"{indent}  \"bias\": {Json(network.Bias, NetworkJson.Default.Single)},");
        text.WriteLine($"{indent}  \"hiddenBiases\": {Json(network.HiddenBiases, NetworkJson.Default.SingleArray)},");
        text.WriteLine($"{indent}  \"output\": {Json(network.Output, NetworkJson.Default.SingleArray)},");
        text.WriteLine($"{indent}  \"features\": [");
        for (int k = 0; k < network.Features.Count; k++)
        {
            float[] weights = network.Weights[(k * network.Units)..((k + 1) * network.Units)];
            Feature feature = new(network.Features[k], network.Direct[k], weights);
            string comma = k < network.Features.Count - 1 ? "," : string.Empty;
            text.WriteLine($"{indent}    {Json(feature, NetworkJson.Default.Feature)}{comma}");
        }

        text.Write($"{indent}  ]");
        WriteWords(text, "sourceWords", network.SourceWords, indent);
        WriteWords(text, "targetWords", network.TargetWords, indent);
        if (network.Base is { } below)
        {
            text.WriteLine(",");
            text.Write($"{indent}  \"base\": ");
            Write(text, below, indent + "  ");
        }

        text.WriteLine();
        text.Write($"{indent}}}");
    }

    private static void WriteWords(
        TextWriter text, string name, IReadOnlyDictionary<string, float> words, string indent)
    {
        if (words.Count > 0)
        {
            text.WriteLine(",");
            text.Write($"{indent}  \"{name}\": ");
            text.Write(Json(new Dictionary<string, float>(words), NetworkJson.Default.DictionaryStringSingle));
        }
    }

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private sealed record Content(
        float Bias,
        float[] HiddenBiases,
        float[] Output,
        Feature?[] Features,
        Dictionary<string, float>? SourceWords = null,
        Dictionary<string, float>? TargetWords = null,
        Content? Base = null)
    {
        public LinkNetwork ToNetwork() =>
            Features.All(feature => feature is not null && feature.Weights.Length == Output.Length)
                ? new LinkNetwork
                {
                    Base = Base?.ToNetwork(),
                    Features = [.. Features.Select(feature => feature!.Name)],
                    Weights = [.. Features.SelectMany(feature => feature!.Weights)],
                    HiddenBiases = HiddenBiases,
                    Output = Output,
                    Direct = [.. Features.Select(feature => feature!.Direct)],
                    Bias = Bias,
                    SourceWords = SourceWords ?? [],
                    TargetWords = TargetWords ?? [],
                }
                : throw new InvalidDataException("a feature is missing, or has too many or too few weights");
    }

    private sealed record Feature(string Name, float Direct, float[] Weights);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Content))]
    [JsonSerializable(typeof(Dictionary<string, float>))]
    private sealed partial class NetworkJson : JsonSerializerContext;
}
