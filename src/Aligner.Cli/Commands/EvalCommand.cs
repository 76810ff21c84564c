using System.CommandLine;
using Aligner.Cli.Help;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Cli.Reports;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner eval --gold GOLD HYP…</c>: how good links are.</summary>
internal sealed class EvalCommand : ToolCommand
{
    private static readonly EvaluationOptions Defaults = new();

    private readonly Argument<string[]> _hypotheses = new("HYP")
    {
        Description = "Link files, compared with the first; standard input if absent or '-'",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _gold = new("--gold")
    {
        Description = "Gold links, sure and possible",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _html = OptionFactory.Path(
        "--html",
        "Write the report to FILE as a page too, with the pairs if --bitext or a format gives their words");

    private readonly Option<string?> _bitext = OptionFactory.Path(
        "--bitext", "The sentence pairs, to know their lengths and words");

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };
    private readonly Option<bool> _tsv = new("--tsv") { Description = "Print tab-separated values" };
    private readonly Option<bool> _perSentence = new("--per-sentence") { Description = "Score each sentence pair too" };

    private readonly Option<bool> _breakdown =
        new("--breakdown") { Description = "Score links by type and by distance from the diagonal too" };

    private readonly Option<bool> _sureOnly =
        new("--sure-only") { Description = "Ignore the possible links of the gold" };

    private readonly Option<int> _bootstrap = OptionFactory.Integer(
        "--bootstrap", "Resamples for intervals and significance; 0 for none", Defaults.Resamples, 0);

    private readonly Option<int> _seed =
        OptionFactory.Integer("--seed", "Seed of the resampling", Defaults.Seed, 0);

    private readonly SideOptions _sides;
    private readonly TokenizerBundle _tokenizer;
    private readonly UnitBundle _units;
    private readonly FormatBundle _format;
    private readonly FormatBundle _goldFormat;
    private readonly OutputBundle _output;

    public EvalCommand()
        : base("eval", "Measure links against gold: precision, recall, F1, AER")
    {
        Add(_hypotheses);
        Add(Headings.Input, _gold);
        Add(Headings.Report, _json, _tsv, _perSentence, _breakdown, _sureOnly, _bootstrap, _seed, _html);
        Add(Headings.Input, _bitext);
        _sides = new SideOptions(this);
        _tokenizer = new TokenizerBundle(this, withNormalization: false, detects: true);
        _units = new UnitBundle(this, withUnits: true);
        _format = new FormatBundle(this, "the hypotheses");
        _goldFormat = new FormatBundle(this, "the gold", "--gold-format", "--gold-");
        _output = new OutputBundle(this);
        AddCheck(result => result.GetValue(_json) && result.GetValue(_tsv) ? "give either --json or --tsv" : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--gold", "--gold-format", "--format", "--bitext", "--json", "--tsv", "--per-sentence", "--breakdown",
        "--html", "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner eval --gold gold.txt links.txt", "scores with 95% intervals"),
        new("aligner eval --gold gold.txt old.txt new.txt --json", "is the new system better?"),
        new("aligner eval --gold gold.txt --bitext corpus.txt old.txt new.txt --html report.html",
            "curves, classes of errors and the worst pairs, as a page"),
        new("aligner eval --gold test.wa --gold-format naacl links.txt --breakdown", "where the errors are"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        string[] paths = parsed.GetValue(_hypotheses) is { Length: > 0 } given ? given : ["-"];
        string goldPath = parsed.GetRequiredValue(_gold);
        if (paths.Append(goldPath).Count(path => path == "-") > 1)
        {
            throw new UsageException("only one of the files can be standard input");
        }

        EvaluationOptions options = new()
        {
            Resamples = parsed.GetValue(_bootstrap),
            Seed = parsed.GetValue(_seed),
            CountPossible = !parsed.GetValue(_sureOnly),
        };
        context.Messages.Detail($"{options.Resamples} resamples, seed {options.Seed}");
        using TextOutput output = _output.Open(parsed, context);
        using TextOutput? page = parsed.GetValue(_html) is { } html
            ? context.Own(TextOutput.Create(html, _output.Overwrites(parsed)))
            : null;
        bool hasText = parsed.GetValue(_bitext) is not null || _sides.AreGiven(parsed);
        if ((_format.NeedsTokensToRead(parsed) || _goldFormat.NeedsTokensToRead(parsed)) && !hasText)
        {
            throw new UsageException("links by words need the sentence pairs: give --bitext");
        }

        // A gap in the numbers of one file is bounded by another file that does not number its pairs.
        NamedInput<AnnotatedAlignment>[] inputs =
        [
            _goldFormat.Open(
                parsed, goldPath, Beside(_format), context.Cancellation),
            .. paths.Select(path => _format.Open(
                parsed, path, Beside(_goldFormat), context.Cancellation)),
        ];

        Beside Beside(FormatBundle other) => hasText ? Inputs.Beside.Text
            : other.NumbersPairs(parsed) ? Inputs.Beside.Nothing
            : Inputs.Beside.Pairs;
        EvaluatedLinks links = Text(parsed, context) is { } text
            ? EvaluatedLinks.Read(inputs, text)
            : EvaluatedLinks.Read(inputs);
        GoldSet gold = new(
            inputs[0].Name, [.. links.Files[0].Select(alignment => alignment.ToGold())], links.Lengths);
        Hypothesis[] hypotheses = [.. inputs.Skip(1).Zip(links.Files.Skip(1), (input, alignments) =>
            new Hypothesis(input.Name, [.. alignments.Select(alignment => alignment.ToAlignment())]))];
        EvaluationReport report = Evaluator.Evaluate(gold, hypotheses, options);
        foreach (string warning in report.Systems.SelectMany(system => system.Warnings).Distinct())
        {
            context.Messages.Warn(warning);
        }

        EvaluationSignature signature = new(
            _goldFormat.Convention(parsed), _format.Convention(parsed), report.Sentences, options,
            VersionAction.Version);
        ReportDetail detail = new(parsed.GetValue(_perSentence), parsed.GetValue(_breakdown));
        IReportWriter writer = parsed.GetValue(_json) ? new JsonReport()
            : parsed.GetValue(_tsv) ? new TsvReport()
            : new TextReport();
        writer.Write(report, signature, detail, output);
        if (page is not null)
        {
            HtmlReport.Write(report, signature, gold, links, page);
            page.Commit();
        }

        output.Commit();
    }

    private NamedInput<SplitPair>? Text(ParseResult parsed, CommandContext context)
    {
        string? bitext = parsed.GetValue(_bitext);
        if (bitext is null && !_sides.AreGiven(parsed))
        {
            return null;
        }

        TokenizedBitext text = context.Own(_units.Open(
            _tokenizer.TextOptions(parsed), parsed, _sides.Open(parsed, bitext), context.Messages));
        return new NamedInput<SplitPair>(text.Name, text.ReadAll());
    }
}
