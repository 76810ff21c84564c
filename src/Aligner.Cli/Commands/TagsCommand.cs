using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Aligner.Applications.Tagging;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner tags [BITEXT]</c>: OK and BAD words of machine translations, and the edits they need.</summary>
internal sealed class TagsCommand : ToolCommand
{
    private const string Words = "words", Gaps = "gaps", Original = "original", Json = "jsonl";

    private readonly Option<bool> _ignoreCase =
        new("--ignore-case") { Description = "Words that differ in case alone are the same" };

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print of each pair",
        Words,
        [
            (Words, "OK or BAD for each word of the translation"),
            (Gaps, "the same, with the gaps before, between and behind the words"),
            (Original, "OK or BAD for each word of --original"),
            (Json, "a JSON object with the edits"),
        ]);

    private readonly Option<string?> _original = OptionFactory.Path(
        "--original",
        "The sentences that were translated, a line each, with blanks between the words, which are tagged too");

    private readonly Option<string?> _originalLinks = OptionFactory.Path(
        "--original-links", "The links of --original with the references, in Pharaoh format");

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public TagsCommand()
        : base("tags", "Tag the words of translations as OK or BAD by a reference")
    {
        _input = new LinkedInput(this);
        Add(Headings.Input, _original, _originalLinks);
        Add(Headings.Output, _ignoreCase, _print);
        _output = new OutputBundle(this);
        AddCheck(result => result.GetValue(_original) is null != result.GetValue(_originalLinks) is null
            ? $"{_original.Name} and {_originalLinks.Name} belong together"
            : null);
        AddCheck(result => result.GetValue(_print) == Original && result.GetValue(_original) is null
            ? $"{_print.Name} {Original} needs {_original.Name}"
            : null);
        _original.Validators.Add(result => OptionFactory.RefuseStandardInput(_original.Name, result));
        _originalLinks.Validators.Add(result => OptionFactory.RefuseStandardInput(_originalLinks.Name, result));
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--source", "--target", "--links", "--method", "--model", "--ignore-case", "--print", "--output"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner tags translations.txt references.txt -o tags.txt", "a tag for each word"),
        new("aligner tags both.txt --links links.txt --print jsonl", "the edits of each pair"),
        new("aligner tags both.txt --original source.txt --original-links source-links.txt --print original",
            "a tag for each word of the source"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        bool ignoreCase = parsed.GetValue(_ignoreCase);
        Func<TaggedTranslation, IReadOnlyList<bool>?, string> format = Formatter(parsed.GetRequiredValue(_print));
        using LineReader? sentences = Open(_original);
        using LineReader? links = Open(_originalLinks);
        EditCounts all = default;
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach ((TaggedTranslation tagged, IReadOnlyList<bool>? original) in Tag(pairs))
            {
                all += tagged.Counts;
                output.WriteLine(format(tagged, original));
            }
        });
        context.Messages.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Edits} edits by {all.ReferenceWords} words of the references, rate {all.Rate:0.000}: "
            + $"{all.Substitutions} substitutions, {all.Deletions} deletions, {all.Insertions} insertions, "
            + $"{all.Shifts} shifts"));

        LineReader? Open(Option<string?> option) =>
            parsed.GetValue(option) is { } path ? TextInput.Open(path) : null;

        // The tags of each translation, and of the words of its original if there is one.
        IEnumerable<(TaggedTranslation Tagged, IReadOnlyList<bool>? Original)> Tag(IEnumerable<AlignedPair> pairs)
        {
            if (sentences is null || links is null)
            {
                return pairs.Select(pair =>
                    (TaggedTranslation.Of(pair, ignoreCase), (IReadOnlyList<bool>?)null));
            }

            return Originals.Join(pairs, sentences, links, _input.Skipped(parsed, context)).Select(item =>
            {
                TaggedTranslation tagged = TaggedTranslation.Of(item.Pair, ignoreCase);
                return (tagged, (IReadOnlyList<bool>?)tagged.TagOriginal(item.Links, item.Length));
            });
        }
    }

    private static Func<TaggedTranslation, IReadOnlyList<bool>?, string> Formatter(string print) => print switch
    {
        Original => (_, original) => string.Join(' ', original!.Select(Tag)),
        Gaps => (tagged, _) => string.Join(' ', tagged.MissingWords.SelectMany((missing, gap) =>
            new[] { Tag(missing == 0) }.Concat(tagged.Words.Skip(gap).Take(1).Select(Tag)))),
        Json => (tagged, original) => JsonLine.Text(Object(tagged, original)),
        _ => (tagged, _) => string.Join(' ', tagged.Words.Select(Tag)),
    };

    private static JsonObject Object(TaggedTranslation tagged, IReadOnlyList<bool>? original)
    {
        JsonObject item = new()
        {
            ["tags"] = JsonLine.Array(tagged.Words.Select(tag => tag.ToString().ToLowerInvariant())),
            ["missing"] = JsonLine.Array(tagged.MissingWords),
            ["substitutions"] = tagged.Counts.Substitutions,
            ["deletions"] = tagged.Counts.Deletions,
            ["insertions"] = tagged.Counts.Insertions,
            ["shifts"] = tagged.Counts.Shifts,
            ["referenceWords"] = tagged.Counts.ReferenceWords,
            ["rate"] = tagged.Counts.Rate,
        };
        if (original is not null)
        {
            item["original"] = JsonLine.Array(original.Select(isOk => isOk ? "ok" : "bad"));
        }

        return item;
    }

    private static string Tag(WordTag tag) => Tag(tag == WordTag.Ok);

    private static string Tag(bool isOk) => isOk ? "OK" : "BAD";
}
