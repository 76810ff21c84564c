using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Core;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Finetuning.Encoders;

/// <summary>The shape of an encoder that is trained from scratch, as a JSON file gives it.</summary>
public sealed record ScratchConfig
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>
    /// Pieces of the vocabulary, special ones included; default 12,000. A given vocabulary has its own size.
    /// </summary>
    public int VocabularySize { get; init; } = 12_000;

    /// <summary>Length of a hidden state; default 256.</summary>
    public int HiddenSize { get; init; } = 256;

    /// <summary>
    /// Numbers that a piece has in the table, which a linear map makes hidden states of; null, the default, where it
    /// has as many as those. See <see cref="EncoderConfig.EmbeddingSize"/>.
    /// </summary>
    public int? EmbeddingSize { get; init; }

    /// <summary>Default 2; 0 gives every piece one vector, whatever its sentence.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Parts that attention is split into; default 4.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>
    /// Dimensions of each of these parts; null, the default, where they are the share of the hidden size.
    /// </summary>
    public int? HeadSize { get; init; }

    /// <summary>The width between the two halves of a feed-forward block; default 1,024.</summary>
    public int IntermediateSize { get; init; } = 1024;

    /// <summary>
    /// What a neuron makes of its input: <c>gelu</c>, the default, <c>gelu_new</c> (its approximation) or <c>relu</c>,
    /// which takes the least time.
    /// </summary>
    public string Activation { get; init; } = "gelu";

    /// <summary>The longest input in pieces; longer sentences are read in windows. Default 256.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">It is no such JSON, or a number makes no sense.</exception>
    public static ScratchConfig Read(string path)
    {
        try
        {
            ScratchConfig config = JsonSerializer.Deserialize<ScratchConfig>(File.ReadAllBytes(path), Json)
                ?? throw new JsonException("null is no shape of an encoder");
            config.Validate();
            return config;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new DataException($"{path}: {exception.Message}", exception);
        }
    }

    /// <exception cref="ArgumentException">A number makes no sense.</exception>
    public void Validate()
    {
        int special = new UnigramTrainerOptions().SpecialTokens.Count;
        if (VocabularySize <= special)
        {
            throw new ArgumentException(
                $"vocabulary_size {VocabularySize} leaves no room for pieces beside the {special} special ones");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(HiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(EmbeddingSize ?? 1, 1, nameof(EmbeddingSize));
        ArgumentOutOfRangeException.ThrowIfNegative(Layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(Heads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(HeadSize ?? 1, 1, nameof(HeadSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(IntermediateSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 8);
        if (Activation is not ("gelu" or "gelu_new" or "relu"))
        {
            throw new ArgumentException($"activation '{Activation}' is none of gelu, gelu_new, relu");
        }

        if (HeadSize is null && HiddenSize % Heads != 0)
        {
            throw new ArgumentException($"hidden_size {HiddenSize} cannot be divided among {Heads} heads");
        }
    }

    /// <summary>The encoder over a vocabulary.</summary>
    /// <param name="vocabularySize">Number of ids.</param>
    /// <param name="padId">The id of padding.</param>
    public EncoderConfig ToEncoder(int vocabularySize, int padId) => new()
    {
        Family = EncoderFamily.DistilBert,
        VocabularySize = vocabularySize,
        HiddenSize = HiddenSize,
        EmbeddingSize = EmbeddingSize,
        Layers = Layers,
        Heads = Heads,
        HeadSize = HeadSize,
        IntermediateSize = IntermediateSize,
        MaxLength = MaxLength,
        Activation = Activation,
        TokenTypes = 0,
        PadId = padId,
    };
}
