using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Statistical.Corpora;

namespace Aligner.Cli.Options;

/// <summary>How text becomes words, and which pairs are too long.</summary>
internal sealed class TextBundle
{
    private const int DefaultMaxLength = 1000;

    private readonly Option<int> _maxLength = OptionFactory.Integer(
        "--max-length",
        "Leave pairs out that have more tokens on a side; their lines stay empty",
        DefaultMaxLength,
        minimum: 1,
        maximum: ParallelCorpus.LongestSide);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public TextBundle(ToolCommand command)
    {
        command.Add(Headings.Words, _maxLength);
        Tokenizer = new TokenizerBundle(command, withNormalization: true);
    }

    /// <summary>How lines are split and words normalized.</summary>
    public TokenizerBundle Tokenizer { get; }

    /// <summary>All options of the bundle.</summary>
    public IEnumerable<Option> Options => [_maxLength, .. Tokenizer.Options];

    /// <summary>Pairs with more tokens on a side are left out.</summary>
    public int MaxLength(ParseResult parsed) => parsed.GetValue(_maxLength);
}
