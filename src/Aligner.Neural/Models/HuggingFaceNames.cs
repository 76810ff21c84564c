using System.Globalization;

namespace Aligner.Neural.Models;

/// <summary>From our names of weights to those in the files of Hugging Face's transformers.</summary>
internal static class HuggingFaceNames
{
    private static readonly Dictionary<string, string> Embeddings = new()
    {
        [EncoderWeights.Words] = "embeddings.word_embeddings.weight",
        [EncoderWeights.Positions] = "embeddings.position_embeddings.weight",
        [EncoderWeights.Types] = "embeddings.token_type_embeddings.weight",
        [EncoderWeights.EmbeddingNorm] = "embeddings.LayerNorm",
    };

    private static readonly Dictionary<string, string> BertParts = new()
    {
        ["query"] = "attention.self.query",
        ["key"] = "attention.self.key",
        ["value"] = "attention.self.value",
        ["attention"] = "attention.output.dense",
        ["attention_norm"] = "attention.output.LayerNorm",
        ["intermediate"] = "intermediate.dense",
        ["output"] = "output.dense",
        ["output_norm"] = "output.LayerNorm",
    };

    private static readonly Dictionary<string, string> DistilBertParts = new()
    {
        ["query"] = "attention.q_lin",
        ["key"] = "attention.k_lin",
        ["value"] = "attention.v_lin",
        ["attention"] = "attention.out_lin",
        ["attention_norm"] = "sa_layer_norm",
        ["intermediate"] = "ffn.lin1",
        ["output"] = "ffn.lin2",
        ["output_norm"] = "output_layer_norm",
    };

    /// <summary>The names that a weight may have; those of a model with a head have a prefix.</summary>
    public static HuggingFaceName For(EncoderFamily family, string name)
    {
        string[] parts = name.Split('/');
        if (parts[0] == EncoderWeights.Head)
        {
            return new HuggingFaceName([$"classifier.{parts[1]}", $"qa_outputs.{parts[1]}"], parts[1] == "weight");
        }

        string prefix = family switch
        {
            EncoderFamily.Bert => "bert.",
            EncoderFamily.Roberta => "roberta.",
            _ => "distilbert.",
        };
        string inner = Embeddings.TryGetValue(name, out string? table) ? table
            : parts[0] == "embeddings" ? $"{Embeddings[EncoderWeights.EmbeddingNorm]}.{parts[2]}"
            : LayerName(family, int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3]);

        // The oldest BERT files call scale and bias of a normalization gamma and beta.
        string old = inner
            .Replace("LayerNorm.weight", "LayerNorm.gamma", StringComparison.Ordinal)
            .Replace("LayerNorm.bias", "LayerNorm.beta", StringComparison.Ordinal);
        bool isLinear = parts[^1] == "weight" && !parts[^2].EndsWith("norm", StringComparison.Ordinal);
        return new HuggingFaceName([inner, prefix + inner, old, prefix + old], isLinear);
    }

    private static string LayerName(EncoderFamily family, int layer, string part, string kind) =>
        family == EncoderFamily.DistilBert
            ? $"transformer.layer.{layer}.{DistilBertParts[part]}.{kind}"
            : $"encoder.layer.{layer}.{BertParts[part]}.{kind}";
}
