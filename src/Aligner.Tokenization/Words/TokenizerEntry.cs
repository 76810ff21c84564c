namespace Aligner.Tokenization.Words;

/// <summary>A tokenizer that users can choose.</summary>
/// <param name="Tokenizer">The tokenizer.</param>
/// <param name="Summary">What it does, in a few words for help texts.</param>
/// <param name="Units">What links count where nothing else is asked for.</param>
public sealed record TokenizerEntry(ITokenizer Tokenizer, string Summary, LinkUnits Units)
{
    /// <summary>The name it is chosen by.</summary>
    public string Name => Tokenizer.Name;
}
