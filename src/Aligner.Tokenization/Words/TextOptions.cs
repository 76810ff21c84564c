using System.Text.Json.Serialization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Tokenization.Words;

/// <summary>How lines become words: all that a saved model must remember to read new text as it read its own.</summary>
/// <remarks>Generated readers of JSON know no initial values: a file has to name all.</remarks>
public sealed record TextOptions
{
    /// <summary>Name of the source side's tokenizer; default <c>none</c>.</summary>
    [JsonRequired]
    public string SourceTokenizer { get; init; } = "none";

    /// <summary>Name of the target side's tokenizer; default <c>none</c>.</summary>
    [JsonRequired]
    public string TargetTokenizer { get; init; } = "none";

    /// <summary>What is done to each token of both sides before it is looked up; default nothing.</summary>
    [JsonRequired]
    public NormalizationOptions Normalization { get; init; } = new();

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentException">A tokenizer is unknown or a normalization value out of range.</exception>
    public void Validate()
    {
        Tokenizers.Get(SourceTokenizer);
        Tokenizers.Get(TargetTokenizer);
        Normalization.Validate();
    }
}
