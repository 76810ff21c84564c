using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Aligner.Applications.Exporting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;
using Aligner.Core;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner export code-switch [BITEXT]</c>: sentences with words replaced by their translations.</summary>
internal sealed class ExportCodeSwitchCommand : ToolCommand
{
    private const string Text = "text", Pairs = "pairs", Json = "jsonl";

    private static readonly CodeSwitchOptions Defaults = new();

    private readonly Option<double?> _share = OptionFactory.OptionalNumber(
        "--share", "Share of the words, or of the entities, to replace", NumberRange.From(0, 1), absent: "0.3");

    private readonly Option<double?> _probability = OptionFactory.OptionalNumber(
        "--minimum-probability", "Leave words with a less probable link", NumberRange.From(0, 1), absent: "0.5");

    private readonly Option<int> _length = OptionFactory.Integer(
        "--max-length", "Most source words to replace as one", Defaults.MaximumLength, 1);

    private readonly Option<int> _copies = OptionFactory.Integer(
        "--copies", "Lines for each pair, with other words replaced", 1, 1, 1000);

    private readonly Option<bool> _reverse =
        new("--reverse") { Description = "Replace target words by source words instead" };

    private readonly Option<string?> _entities = OptionFactory.Path(
        "--entities", "Replace entities alone: spans of words such as '0:2 5:6', a line a pair");

    private readonly Option<string[]> _targets = new("--more-targets")
    {
        Description = "Further translations of the source, into other languages, a line a pair",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _links = new("--more-links")
    {
        Description = "The links of each of these, in Pharaoh format",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print",
        Text,
        [
            (Text, "the switched sentence"),
            (Pairs, "switched ||| original"),
            (Json, "a JSON object with both, and the places of what was replaced"),
        ]);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public ExportCodeSwitchCommand()
        : base("code-switch", "Replace words by their linked translations")
    {
        _input = new LinkedInput(this, maxLength: "--max-sentence-length");
        Add(Headings.Input, _entities, _targets, _links);
        Add(Headings.Output, _share, _probability, _length, _copies, _reverse, _print);
        _output = new OutputBundle(this);
        AddCheck(result => (result.GetValue(_targets) ?? []).Length != (result.GetValue(_links) ?? []).Length
            ? $"{_targets.Name} and {_links.Name} take the same number of files"
            : result.GetValue(_reverse) && result.GetValue(_targets) is { Length: > 0 }
                ? $"{_reverse.Name} and {_targets.Name} cannot be given together"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--links", "--method", "--share", "--minimum-probability", "--entities", "--more-targets", "--more-links",
        "--print", "--seed", "--output",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner export code-switch corpus.txt --links links.txt --share 0.5", "half of the words"),
        new("aligner export code-switch corpus.txt --links links.txt --print jsonl -o switched.jsonl",
            "with the places of what was replaced"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        CodeSwitcher switcher = new(
            new CodeSwitchOptions
            {
                Share = parsed.GetValue(_share) ?? Defaults.Share,
                MinimumProbability = parsed.GetValue(_probability) ?? Defaults.MinimumProbability,
                MaximumLength = parsed.GetValue(_length),
            },
            _input.Seed(parsed));
        Func<AlignedPair, SwitchedSentence, string> format = Formatter(parsed.GetRequiredValue(_print));
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach ((AlignedPair[] translations, WordSpan[]? entities) in
                Entities(parsed, Translations(parsed, pairs)))
            {
                for (int copy = 0; copy < parsed.GetValue(_copies); copy++)
                {
                    output.WriteLine(format(translations[0], switcher.Switch(translations, entities, copy)));
                }
            }
        });
    }

    private IEnumerable<AlignedPair[]> Translations(ParseResult parsed, IEnumerable<AlignedPair> pairs)
    {
        bool isReverse = parsed.GetValue(_reverse);
        IEnumerable<AlignedPair[]> translations =
            pairs.Select(pair => (AlignedPair[])[isReverse ? pair.Swap() : pair]);
        return (parsed.GetValue(_targets) ?? []).Zip(parsed.GetValue(_links) ?? [])
            .Aggregate(translations, (known, more) => MoreTranslations.Join(known, more.First, more.Second));
    }

    private IEnumerable<(AlignedPair[] Translations, WordSpan[]? Entities)> Entities(
        ParseResult parsed, IEnumerable<AlignedPair[]> pairs)
    {
        if (parsed.GetValue(_entities) is not { } path)
        {
            return pairs.Select(pair => (pair, (WordSpan[]?)null));
        }

        NamedInput<WordSpan[]> spans = WordSpanReader.Open(path);
        return Lockstep.Read(new NamedInput<AlignedPair[]>("the bitext", pairs), spans).Select(item =>
        {
            int words = item.First[0].Words.Source.Count;
            foreach (WordSpan span in item.Second.Where(span => span.End > words))
            {
                throw new BrokenLineException(spans.Name, item.First[0].Line, string.Create(
                    CultureInfo.InvariantCulture,
                    $"span {span.Start}:{span.End} lies outside a sentence of {words} words"));
            }

            return (item.First, (WordSpan[]?)item.Second);
        });
    }

    private static Func<AlignedPair, SwitchedSentence, string> Formatter(string print) => print switch
    {
        Pairs => (pair, switched) => $"{switched.Text} ||| {string.Join(' ', pair.Words.Source)}",
        Json => (pair, switched) => JsonLine.Text(new JsonObject
        {
            ["line"] = pair.Line,
            ["text"] = switched.Text,
            ["original"] = string.Join(' ', pair.Words.Source),
            ["switches"] = new JsonArray([.. switched.Switches.Select(Describe)]),
        }),
        _ => (_, switched) => switched.Text,
    };

    private static JsonObject Describe(Switch replaced) => new()
    {
        ["source"] = JsonLine.Array([replaced.Source.Start, replaced.Source.End]),
        ["words"] = JsonLine.Array([replaced.Words.Start, replaced.Words.End]),
        ["characters"] = JsonLine.Array([replaced.Characters.Start, replaced.Characters.End]),
        ["translation"] = replaced.Translation,
    };
}
