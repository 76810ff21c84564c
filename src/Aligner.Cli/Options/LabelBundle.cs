using System.CommandLine;
using Aligner.Applications.Labels;
using Aligner.Applications.Projection;
using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary>
/// <c>LABELED [TARGET] --gold FILE</c>: labeled sentences, their translations, and how both are written.
/// </summary>
internal sealed class LabelBundle : IPairInput
{
    private static readonly Dictionary<string, TagScheme> Schemes = new()
    {
        ["iob2"] = TagScheme.Iob2,
        ["iob"] = TagScheme.Iob,
        ["bilou"] = TagScheme.Bilou,
        ["bioes"] = TagScheme.Bioes,
    };

    private static readonly Dictionary<string, LabelFormat> Formats = new()
    {
        ["columns"] = LabelFormat.Columns,
        ["jsonl"] = LabelFormat.Jsonl,
        ["markup"] = LabelFormat.Markup,
    };

    private readonly Argument<string> _labeled =
        new("LABELED") { Description = "Labeled source sentences, '-' for standard input" };

    private readonly Argument<string?> _target = new("TARGET")
    {
        Description = "Their translations: a sentence a line, or columns; '-' for standard input; absent if --gold has "
            + "the words, or LABELED has a \"target\" in each object",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _gold = OptionFactory.Path(
        "--gold", "Score the labels against those of FILE, which has the same target words in columns");

    private readonly Option<string?> _from = OptionFactory.OptionalChoice(
        "--from", "How LABELED is written", Formats.Keys, "what its first line looks like");

    private readonly Option<string?> _to =
        OptionFactory.OptionalChoice("--to", "How the output is written", Formats.Keys, "as LABELED");

    private readonly Option<int?> _wordColumn = OptionFactory.OptionalInteger(
        "--word-column", "The column of the words", 1, absent: "1; 2 in CoNLL-U");

    private readonly Option<int?> _tagColumn =
        OptionFactory.OptionalInteger("--tag-column", "The column of the tags", 1, absent: "the last");

    private readonly Option<string> _scheme = OptionFactory.Choice(
        "--scheme", "How spans are written as tags; tags of any scheme are read", "iob2", Schemes.Keys);

    private Func<(LabeledSentence Source, LabeledSentence Target)>? _take;
    private LabelFormat _readFormat;

    /// <summary>What error messages call the labeled sentences.</summary>
    public string Name(ParseResult parsed) => parsed.GetRequiredValue(_labeled) is var path
        && path == TextInput.StandardStreamPath ? TextInput.StandardInputName : path;

    /// <summary>Adds the arguments and the options to <paramref name="command"/>.</summary>
    public LabelBundle(ToolCommand command)
    {
        command.Add(_labeled);
        command.Add(_target);
        command.Add(Headings.Input, _gold);
        command.Add(Headings.Format, _from, _to, _wordColumn, _tagColumn, _scheme);
        command.AddCheck(result => result.GetValue(_labeled) == "-" && result.GetValue(_target) == "-"
            ? "LABELED and TARGET cannot both be standard input"
            : null);
    }

    /// <summary>The path of the gold labels; null if there are none.</summary>
    public string? Gold(ParseResult parsed) => parsed.GetValue(_gold);

    /// <inheritdoc />
    public BitextReader Open(ParseResult parsed, CommandContext context) => OpenSentences(parsed, context);

    /// <summary>Opens the sentences, which <see cref="Take"/> gives again.</summary>
    /// <exception cref="UsageException">The target is missing.</exception>
    public LabeledBitext OpenSentences(ParseResult parsed, CommandContext context)
    {
        LineReader lines = context.Own(TextInput.Open(parsed.GetRequiredValue(_labeled)));
        _readFormat = parsed.GetValue(_from) is { } name ? Formats[name] : LabelFormats.OfSource(lines);
        ILabelReader source = _readFormat switch
        {
            LabelFormat.Jsonl => new JsonLabelReader(lines),
            LabelFormat.Columns => new ColumnLabelReader(lines, Columns(parsed, readsTags: true)),
            _ => new MarkupReader(lines),
        };
        LabeledBitext bitext = context.Own(new LabeledBitext(source, OpenTarget(parsed, context)));
        _take = bitext.Take;
        return bitext;
    }

    /// <inheritdoc />
    public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) => null;

    /// <inheritdoc />
    public bool ReadsStandardInput(ParseResult parsed) =>
        parsed.GetValue(_labeled) == "-" || parsed.GetValue(_target) == "-";

    /// <summary>The sentences of the first pair that was read and not taken.</summary>
    public (LabeledSentence Source, LabeledSentence Target) Take() => _take!();

    /// <summary>Opens the gold labels; null if there are none.</summary>
    public GoldSpans? OpenGold(ParseResult parsed, CommandContext context) => Gold(parsed) is { } path
        ? new GoldSpans(new ColumnLabelReader(context.Own(TextInput.Open(path)), Columns(parsed, readsTags: true)))
        : null;

    /// <summary>Writes labels as the command line says; the input is open.</summary>
    /// <exception cref="UsageException">Labels cannot be written in the format.</exception>
    public ILabelWriter Writer(ParseResult parsed)
    {
        TagScheme scheme = Schemes[parsed.GetRequiredValue(_scheme)];
        LabelFormat format = parsed.GetValue(_to) is { } name ? Formats[name] : _readFormat;
        return (format, _readFormat) switch
        {
            (LabelFormat.Markup, LabelFormat.Markup) => new MarkupWriter(),
            (LabelFormat.Markup, _) or (_, LabelFormat.Markup) => throw new UsageException(
                $"{_to.Name}: markup is written where LABELED is markup, and nowhere else"),
            (LabelFormat.Jsonl, _) => new JsonLabelWriter(scheme),
            _ => new ColumnLabelWriter(scheme, parsed.GetValue(_tagColumn)),
        };
    }

    private ILabelReader? OpenTarget(ParseResult parsed, CommandContext context)
    {
        if ((parsed.GetValue(_target) ?? Gold(parsed)) is not { } path)
        {
            return _readFormat == LabelFormat.Jsonl
                ? null
                : throw new UsageException("TARGET is missing: give the translations");
        }

        LineReader lines = context.Own(TextInput.Open(path));
        return LabelFormats.OfTarget(lines) == LabelFormat.Columns
            ? new ColumnLabelReader(lines, Columns(parsed, readsTags: false))
            : new TextLineReader(lines);
    }

    private ColumnOptions Columns(ParseResult parsed, bool readsTags) => new()
    {
        WordColumn = parsed.GetValue(_wordColumn),
        TagColumn = parsed.GetValue(_tagColumn),
        ReadsTags = readsTags,
    };
}
