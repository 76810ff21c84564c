using System.Text.Json.Serialization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Tokenization.Words;

/// <summary>How lines become words: all that a saved model must remember to read new text as it read its own.</summary>
/// <remarks>Generated readers of JSON know no initial values: a file has to name all.</remarks>
public sealed record TextOptions
{
    /// <summary>
    /// Name of the source side's tokenizer; default <c>none</c>. With <see cref="Tokenizers.Auto"/>, the first lines
    /// of a text decide.
    /// </summary>
    [JsonRequired]
    public string SourceTokenizer { get; init; } = "none";

    /// <summary>The same for the target side.</summary>
    [JsonRequired]
    public string TargetTokenizer { get; init; } = "none";

    /// <summary>What is done to each token of both sides before it is looked up; default nothing.</summary>
    [JsonRequired]
    public NormalizationOptions Normalization { get; init; } = new();

    /// <summary>
    /// How a model of text that was read so reads new text: as its own, but for tokenized sides, of which new text may
    /// be raw.
    /// </summary>
    public TextOptions ForNewText() => this with
    {
        SourceTokenizer = ForNewText(SourceTokenizer),
        TargetTokenizer = ForNewText(TargetTokenizer),
    };

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentException">A tokenizer is unknown or a normalization value out of range.</exception>
    public void Validate()
    {
        foreach (string name in new[] { SourceTokenizer, TargetTokenizer }.Where(name => name != Tokenizers.Auto))
        {
            Tokenizers.Get(name);
        }

        Normalization.Validate();
    }

    private static string ForNewText(string tokenizer) => tokenizer == "none" ? Tokenizers.Auto : tokenizer;
}
