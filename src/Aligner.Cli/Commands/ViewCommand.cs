using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Files;
using Aligner.Core.Formats;
using Aligner.Core.Rendering;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner view BITEXT [LINKS]</c>: sentence pairs as grids of text.</summary>
internal sealed class ViewCommand : ToolCommand
{
    private readonly Argument<string[]> _files = new("FILES")
    {
        Description = "BITEXT and LINKS, or LINKS alone with --source and --target or if it holds the words; "
            + "links come from standard input if absent or '-'",
        Arity = new ArgumentArity(0, 2),
    };

    private readonly Option<int?> _line = OptionFactory.OptionalInteger("--line", "Show pair number N only", 1);
    private readonly Option<int?> _limit = OptionFactory.OptionalInteger("--limit", "Show the first N pairs only", 1);
    private readonly Option<string?> _gold = OptionFactory.Path("--gold", "Compare the links with those of FILE");
    private readonly SideOptions _sides;
    private readonly TokenizerBundle _tokenizer;
    private readonly UnitBundle _units;
    private readonly FormatBundle _format;
    private readonly FormatBundle _goldFormat;

    public ViewCommand()
        : base("view", "Show sentence pairs and their links as grids")
    {
        Add(_files);
        _sides = new SideOptions(this);
        Add(Headings.Input, _gold);
        Add(Headings.Output, _line, _limit);
        _tokenizer = new TokenizerBundle(this, withNormalization: false, detects: true);
        _units = new UnitBundle(this, withUnits: true);
        _format = new FormatBundle(this, "the links");
        _goldFormat = new FormatBundle(this, "the gold", "--gold-format", "--gold-");
        AddCheck(result => result.GetValue(_line) is not null && result.GetValue(_limit) is not null
            ? "give either --line or --limit"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--gold", "--line", "--limit", "--tokenizer", "--format", "--gold-format",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner view corpus.txt links.txt --line 3", "the third pair"),
        new("aligner view -s source.txt -t target.txt links.txt --gold gold.txt --limit 5",
            "what is right, wrong and missed in the first five pairs"),
        new("aligner view --format giza src-tgt.A3.final --limit 1", "a file that holds the words"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        int? line = parsed.GetValue(_line);
        int shown = line is null ? parsed.GetValue(_limit) ?? int.MaxValue : 1;
        using TextOutput output = context.OpenStandardOutput();
        bool any = false;
        foreach (Drawing drawing in Drawings(parsed, context).Skip((line ?? 1) - 1).Take(shown))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pair {drawing.Line}"));
            foreach (string row in TextGrid.Draw(drawing.Tokens, drawing.Links, drawing.Gold))
            {
                output.WriteLine(row);
            }

            output.WriteLine();
            any = true;
        }

        if (line is not null && !any)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--line: there is no pair {line}"));
        }

        if (parsed.GetValue(_gold) is not null)
        {
            output.WriteLine($"{TextGrid.Link} sure  {TextGrid.Possible} possible  {TextGrid.Wrong} wrong  "
                + $"{TextGrid.Missed} missed");
        }

        output.Commit();
    }

    private IEnumerable<Drawing> Drawings(ParseResult parsed, CommandContext context)
    {
        NamedInput<Drawing> drawings = OpenAlone(parsed, context.Cancellation) is { } alone
            ? DrawAlone(alone)
            : DrawBeside(parsed, context);
        if (parsed.GetValue(_gold) is not string goldPath)
        {
            return drawings.Items;
        }

        NamedInput<AnnotatedAlignment> gold = _goldFormat.Open(parsed, goldPath, isBounded: true, context.Cancellation);
        return Lockstep.Read(drawings, gold).Select(item =>
        {
            LinkedWords.RequireSame(
                gold.Name, item.First.Line, item.Second.Tokens, drawings.Name, item.First.Tokens);
            GoldAlignment right =
                LinkedWords.Attach(gold.Name, item.First.Line, item.Second, item.First.Tokens).ToGold();
            Lockstep.RequireInside(gold.Name, item.First.Line, right.Possible, item.First.Tokens);
            return item.First with { Gold = right };
        });
    }

    private static NamedInput<Drawing> DrawAlone(NamedInput<AnnotatedAlignment> links) => new(
        links.Name,
        links.Items.Select((alignment, index) => Draw(
            links.Name,
            index + 1L,
            alignment.Tokens ?? RequireUnlinked(links.Name, index + 1L, alignment),
            alignment)));

    /// <summary>The words of a pair that the file leaves out.</summary>
    private static TokenizedPair RequireUnlinked(string name, long line, AnnotatedAlignment alignment) =>
        alignment.Links.Count == 0
            ? new TokenizedPair([], [])
            : throw new DataException(name, line, "the words are missing: give the bitext too");

    private static Drawing Draw(string name, long line, TokenizedPair tokens, AnnotatedAlignment alignment)
    {
        Drawing drawing = new(line, tokens, alignment.ToAlignment(), null);
        Lockstep.RequireInside(name, line, drawing.Links, tokens);
        return drawing;
    }

    private NamedInput<Drawing> DrawBeside(ParseResult parsed, CommandContext context)
    {
        (BitextReader bitext, string linkPath) = Open(parsed);
        TokenizedBitext text = context.Own(
            _units.Open(_tokenizer.TextOptions(parsed), parsed, bitext, context.Messages));
        NamedInput<AnnotatedAlignment> links =
            _format.Open(parsed, linkPath, isBounded: true, context.Cancellation);
        NamedInput<SplitPair> pairs = new(text.Name, text.ReadAll());
        return new NamedInput<Drawing>(
            links.Name,
            LinkedWords.Join(pairs, pair => pair.Units, links)
                .Select(item => Draw(links.Name, item.Pair.Line, item.Links.Tokens!, item.Links)));
    }

    /// <summary>The links where they hold the words and nothing else is given, else null.</summary>
    private NamedInput<AnnotatedAlignment>? OpenAlone(ParseResult parsed, CancellationToken cancellation)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        string path = files.ElementAtOrDefault(0) ?? "-";
        if (_sides.AreGiven(parsed) || files.Length > 1 || (path != "-" && FileKinds.Of(path) != FileKind.Regular))
        {
            return null;
        }

        LineReader reader = TextInput.Open(path);
        if (_format.HoldsTokens(parsed, PeekLine(reader)))
        {
            return _format.Open(parsed, [reader], isBounded: false, cancellation);
        }

        reader.Dispose();
        return null;
    }

    /// <summary>The first line, or null where it is none, as in a TMX file in UTF-16.</summary>
    private static string? PeekLine(LineReader reader)
    {
        try
        {
            return reader.PeekLine();
        }
        catch (DataException)
        {
            return null;
        }
    }

    private (BitextReader Bitext, string LinkPath) Open(ParseResult parsed)
    {
        string[] files = parsed.GetValue(_files) ?? [];
        if (_sides.AreGiven(parsed))
        {
            return files.Length < 2
                ? (_sides.Open(parsed, null), files.ElementAtOrDefault(0) ?? "-")
                : throw new UsageException("give either a bitext or --source and --target");
        }

        string bitext = files.ElementAtOrDefault(0) ?? "-";
        string links = files.ElementAtOrDefault(1) ?? "-";
        return bitext == "-" && links == "-"
            ? throw new UsageException("the bitext and the links cannot both be standard input")
            : (_sides.Open(parsed, bitext), links);
    }

    private sealed record Drawing(long Line, TokenizedPair Tokens, Alignment Links, GoldAlignment? Gold);
}
