using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Options;

/// <summary>How text becomes words, and which pairs are too long.</summary>
internal sealed class TextBundle
{
    private const int DefaultMaxLength = 1000;

    /// <summary>The usual name of the option for pairs that are too long.</summary>
    public const string MaxLengthName = "--max-length";

    private readonly Option<int> _maxLength;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withUnits">Whether the command writes links.</param>
    /// <param name="maxLength">The name of the option for pairs that are too long.</param>
    public TextBundle(ToolCommand command, bool withUnits, string maxLength = MaxLengthName)
    {
        _maxLength = OptionFactory.Integer(
            maxLength,
            "Leave pairs out that have more tokens on a side; their lines stay empty",
            DefaultMaxLength,
            minimum: 1,
            maximum: ParallelCorpus.LongestSide);
        command.Add(Headings.Words, _maxLength);
        Tokenizer = new TokenizerBundle(command, withNormalization: true, detects: true);
        Units = new UnitBundle(command, withUnits);
    }

    /// <summary>How lines are cut into pieces, and what links count; a saved model does not decide it.</summary>
    public UnitBundle Units { get; }

    /// <summary>How lines are split and words normalized.</summary>
    public TokenizerBundle Tokenizer { get; }

    /// <summary>All options of the bundle that a saved model decides.</summary>
    public IEnumerable<Option> Options => [_maxLength, .. Tokenizer.Options];

    /// <summary>Opens the bitext of a run.</summary>
    public TokenizedBitext Open(AlignRun run)
    {
        PairRange part = run.Part();
        return Units.Open(
            Tokenizer.TextOptions(run.Parsed),
            run.Parsed,
            run.OpenInput(),
            run.Context.Messages,
            run.IsLineBuffered,
            run.Units).Narrow(part);
    }

    /// <summary>Opens the bitext of a run for a model that knows how it is read.</summary>
    public TokenizedBitext OpenFor(TextOptions text, AlignRun run)
    {
        PairRange part = run.Part();
        return Units.OpenFor(
            text, run.Parsed, run.OpenInput(), run.Context.Messages, run.IsLineBuffered, run.Units).Narrow(part);
    }

    /// <summary>Pairs with more tokens on a side are left out.</summary>
    public int MaxLength(ParseResult parsed) => parsed.GetValue(_maxLength);
}
