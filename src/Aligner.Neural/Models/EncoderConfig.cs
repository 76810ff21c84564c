using System.Text.Json.Serialization;

namespace Aligner.Neural.Models;

/// <summary>The shape of a Transformer encoder (Devlin et al. 2019).</summary>
/// <remarks>Generated readers of JSON know no initial values: a file has to name all that is not 0 or null.</remarks>
public sealed record EncoderConfig
{
    public required EncoderFamily Family { get; init; }

    public required int VocabularySize { get; init; }

    public required int HiddenSize { get; init; }

    /// <summary>
    /// The width of the table of pieces and of what is added to its rows, where a linear map widens them to the hidden
    /// size, so that many pieces take little room (Lan et al. 2020, "ALBERT", section 3.1); null, the default, and not
    /// written, where they are as wide as a hidden state.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EmbeddingSize { get; init; }

    public required int Layers { get; init; }

    public required int Heads { get; init; }

    /// <summary>
    /// The width of an attention head where it is not the share of the hidden size; null, the default, and not written,
    /// where it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? HeadSize { get; init; }

    /// <summary>The width between the two halves of a feed-forward block.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>The longest input in pieces, special ones included.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Kinds of segments; 0 if the family knows none.</summary>
    public required int TokenTypes { get; init; }

    /// <summary>The id that fills short rows of a batch; 0 by default.</summary>
    public int PadId { get; init; }

    /// <summary><c>gelu</c> (the default), <c>gelu_new</c> (its approximation) or <c>relu</c>.</summary>
    [JsonRequired]
    public string Activation { get; init; } = "gelu";

    /// <summary>What is added to the variance in layer normalization; 1e-12 by default.</summary>
    [JsonRequired]
    public float LayerNormEpsilon { get; init; } = 1e-12f;

    /// <summary>
    /// The width of the adapter at the end of each layer's feed-forward block (Houlsby et al. 2019, section 2; Wang
    /// et al. 2022); 0, the default, for none.
    /// </summary>
    public int AdapterSize { get; init; }

    /// <summary>Its output in addition to hidden states; none by default.</summary>
    public HeadKind Head { get; init; }

    /// <summary>Numbers that the head gives for each piece; 0 without one.</summary>
    public int Labels { get; init; }

    /// <summary>The width of the tables of embeddings.</summary>
    [JsonIgnore]
    public int WidthOfEmbedding => EmbeddingSize ?? HiddenSize;

    /// <summary>The width of the queries, keys and values of an attention head.</summary>
    [JsonIgnore]
    public int WidthOfHead => HeadSize ?? HiddenSize / Heads;

    /// <summary>The width of all heads.</summary>
    [JsonIgnore]
    public int AttentionSize => Heads * WidthOfHead;

    /// <summary>Whether token types are an input of the graph: there is more than one.</summary>
    [JsonIgnore]
    public bool HasTokenTypeInput => TokenTypes > 1;
}
