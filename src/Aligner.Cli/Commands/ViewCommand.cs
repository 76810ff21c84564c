using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
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
        Description = "BITEXT and LINKS, or LINKS alone with --source and --target; "
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
        (BitextReader bitext, string linkPath) = Open(parsed);
        TokenizedBitext text = context.Own(
            _units.Open(_tokenizer.TextOptions(parsed), parsed, bitext, context.Messages));
        NamedInput<AnnotatedAlignment> links = _format.Open(parsed, linkPath, context.Cancellation);
        NamedInput<Drawing> drawings = new(
            links.Name,
            Lockstep.Read(new NamedInput<SplitPair>(text.Name, text.ReadAll()), links).Select(item =>
            {
                Drawing drawing = new(item.First.Line, item.First.Units, item.Second.ToAlignment(), null);
                Lockstep.RequireInside(links.Name, drawing.Line, drawing.Links, drawing.Tokens);
                return drawing;
            }));
        if (parsed.GetValue(_gold) is not string goldPath)
        {
            return drawings.Items;
        }

        NamedInput<AnnotatedAlignment> gold = _goldFormat.Open(parsed, goldPath, context.Cancellation);
        return Lockstep.Read(drawings, gold).Select(item =>
        {
            GoldAlignment right = item.Second.ToGold();
            Lockstep.RequireInside(gold.Name, item.First.Line, right.Possible, item.First.Tokens);
            return item.First with { Gold = right };
        });
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
