using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Cli.Options;

/// <summary>
/// <c>--bitext FILE</c>, or <c>-s SRC -t TGT</c>, with a tokenizer, <c>--subwords</c>, <c>--units</c> and
/// <c>--from-units</c>: the text whose words, tokens or characters links count before and after.
/// </summary>
internal sealed class CountedTextBundle
{
    private readonly Option<string?> _bitext;
    private readonly SideOptions _sides;
    private readonly TokenizerBundle _tokenizer;
    private readonly UnitBundle _units;

    private readonly Option<string?> _fromUnits = UnitBundle.Option(
        "--from-units", "What the links of the input count", "that of --units");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="description">What the text is for, for the help.</param>
    public CountedTextBundle(ToolCommand command, string description)
    {
        _bitext = OptionFactory.Path("--bitext", description);
        command.Add(Headings.Input, _bitext);
        _sides = new SideOptions(command);
        _tokenizer = new TokenizerBundle(command, withNormalization: false, detects: true);
        _units = new UnitBundle(command, withUnits: true);
        command.Add(Headings.Words, _fromUnits);
    }

    /// <summary>Whether the text is given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_bitext) is not null || _sides.AreGiven(parsed);

    /// <summary>Checks that units are asked for only where they can be known and written.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="written">What the format of the output does with places.</param>
    /// <exception cref="UsageException">They cannot.</exception>
    public void Check(ParseResult parsed, CharacterUse written)
    {
        if (_units.CountsCharacters(parsed) && written == CharacterUse.None)
        {
            throw new UsageException("--units characters needs --to pharaoh or jsonl");
        }

        if ((_units.Options(parsed).Units is not null || parsed.GetValue(_fromUnits) is not null) && !IsGiven(parsed))
        {
            throw new UsageException("--units and --from-units need the text: give --bitext, or --source and --target");
        }
    }

    /// <summary>Opens the text. It is closed at its end.</summary>
    /// <param name="parsed">The command line; the text is given.</param>
    /// <param name="messages">Where it is said what the text is taken for.</param>
    /// <param name="written">What the format of the output does with places.</param>
    /// <param name="skipped">Told of pairs whose links or words do not fit; null if they end the run.</param>
    public CountedText Open(
        ParseResult parsed, Messages messages, CharacterUse written, Action<BrokenLineException>? skipped)
    {
        BitextReader reader = _sides.Open(parsed, parsed.GetValue(_bitext));
        reader = skipped is null ? reader : new SkippingBitextReader(reader, skipped);
        return new CountedText(_units.Open(_tokenizer.TextOptions(parsed), parsed, reader, messages), skipped)
        {
            From = UnitBundle.Parse(parsed.GetValue(_fromUnits)),
            ShowsCharacters = _units.CountsCharacters(parsed),
            ShowsPlaces = written == CharacterUse.BesideWords,
        };
    }
}
