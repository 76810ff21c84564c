using Aligner.Statistical.Methods;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner;

/// <summary>How a <see cref="WordAligner"/> reads and learns.</summary>
public sealed record WordAlignerOptions
{
    /// <summary>
    /// What <see cref="WordAligner.Train"/> trains: <c>auto</c>, the default, or a name of
    /// <see cref="StatisticalMethods"/>.
    /// </summary>
    public string Method { get; init; } = WordAligner.Auto;

    /// <summary>What the statistical method trades time for. Default <see cref="Quality.Default"/>.</summary>
    public Quality Quality { get; init; } = Quality.Default;

    /// <summary>
    /// How lines become words. Default: as the first pairs of each text show, raw or tokenized. A statistical model
    /// that is loaded has its own.
    /// </summary>
    public TextOptions Text { get; init; } =
        new() { SourceTokenizer = Tokenizers.Auto, TargetTokenizer = Tokenizers.Auto };

    /// <summary>
    /// How lines are cut into subword pieces, and what links count. Default: pieces are recognized and counted; else
    /// the words between blanks, or the tokens of scripts without blanks.
    /// </summary>
    public UnitOptions Units { get; init; } = new();

    /// <summary>
    /// A tokenizer of the source side in place of that of <see cref="Text"/>, for example a
    /// <see cref="TokenizerAdapter"/>; null, the default, for none. Its tokens hold no blanks. A saved model does not
    /// keep it, so give it to <see cref="WordAligner.Load"/> too.
    /// </summary>
    public ITokenizer? SourceTokenizer { get; init; }

    /// <summary>The same for the target side.</summary>
    public ITokenizer? TargetTokenizer { get; init; }

    /// <summary>Pairs with more words on a side get no links. Default 1,000.</summary>
    public int MaxLength { get; init; } = 1000;

    /// <summary>Degree of parallelism; never changes a result. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed of methods that draw random numbers. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
