using Aligner.Core.Corpora;

namespace Aligner.Tokenization.Words;

/// <summary>Splits sentence pairs into tokens. Threads can share it.</summary>
/// <param name="options">The tokenizer of each side.</param>
/// <exception cref="ArgumentException">A tokenizer is unknown.</exception>
public sealed class PairSplitter(TextOptions options)
{
    private readonly ITokenizer _source = Tokenizers.Get(options.SourceTokenizer);
    private readonly ITokenizer _target = Tokenizers.Get(options.TargetTokenizer);

    /// <summary>The tokens of both sides.</summary>
    public TokenizedPair Split(SentencePair pair) => new(_source.Split(pair.Source), _target.Split(pair.Target));
}
