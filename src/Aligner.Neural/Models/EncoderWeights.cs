namespace Aligner.Neural.Models;

/// <summary>Names and shapes of the weights of an encoder, as our graphs call them.</summary>
public static class EncoderWeights
{
    public const string Words = "embeddings/words";
    public const string Positions = "embeddings/positions";
    public const string Types = "embeddings/types";
    public const string EmbeddingNorm = "embeddings/norm";

    /// <summary>The linear map from the width of embeddings to that of hidden states, where they differ.</summary>
    public const string EmbeddingProjection = "embeddings/projection";

    public const string Head = "head";

    /// <summary>What the names of the weights of adapters have in common.</summary>
    public const string Adapter = "/adapter/";

    /// <summary>A part of layer <paramref name="layer"/>, counted from 0.</summary>
    public static string Layer(int layer, string part) => FormattableString.Invariant($"layers/{layer}/{part}");

    /// <summary>
    /// Every weight with its shape. The matrix of a linear map has its inputs as rows, so that it stands on the right
    /// of a product.
    /// </summary>
    public static IEnumerable<(string Name, long[] Shape)> List(EncoderConfig config)
    {
        long hidden = config.HiddenSize, inner = config.IntermediateSize;
        long heads = config.AttentionSize, width = config.WidthOfEmbedding;
        yield return (Words, [config.VocabularySize, width]);
        yield return (Positions, [config.MaxLength, width]);
        if (config.TokenTypes > 0)
        {
            yield return (Types, [config.TokenTypes, width]);
        }

        IEnumerable<(string, long[])> rest =
        [
            .. Norm(EmbeddingNorm, width),
            .. config.EmbeddingSize is null ? [] : Linear(EmbeddingProjection, width, hidden),
            .. Enumerable.Range(0, config.Layers).SelectMany(layer => (IEnumerable<(string, long[])>)
            [
                .. Linear(Layer(layer, "query"), hidden, heads),
                .. Linear(Layer(layer, "key"), hidden, heads),
                .. Linear(Layer(layer, "value"), hidden, heads),
                .. Linear(Layer(layer, "attention"), heads, hidden),
                .. Norm(Layer(layer, "attention_norm"), hidden),
                .. Linear(Layer(layer, "intermediate"), hidden, inner),
                .. Linear(Layer(layer, "output"), inner, hidden),
                .. Adapters(layer, config),
                .. Norm(Layer(layer, "output_norm"), hidden),
            ]),
            .. config.Head == HeadKind.None ? [] : Linear(Head, hidden, config.Labels),
        ];
        foreach ((string, long[]) weight in rest)
        {
            yield return weight;
        }
    }

    /// <summary>The matrix of a linear map, or the scale of a normalization.</summary>
    public static string Weight(string name) => name + "/weight";

    /// <summary>What is added.</summary>
    public static string Bias(string name) => name + "/bias";

    private static (string, long[])[] Adapters(int layer, EncoderConfig config) => config.AdapterSize == 0
        ? []
        :
        [
            .. Linear(Layer(layer, "adapter/down"), config.HiddenSize, config.AdapterSize),
            .. Linear(Layer(layer, "adapter/up"), config.AdapterSize, config.HiddenSize),
        ];

    private static (string, long[])[] Linear(string name, long inputs, long outputs) =>
        [(Weight(name), [inputs, outputs]), (Bias(name), [outputs])];

    private static (string, long[])[] Norm(string name, long size) => [(Weight(name), [size]), (Bias(name), [size])];
}
