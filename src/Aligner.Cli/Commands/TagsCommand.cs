using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Aligner.Applications.Tagging;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner tags [BITEXT]</c>: OK and BAD words of machine translations, and the edits they need.</summary>
internal sealed class TagsCommand : ToolCommand
{
    private const string Words = "words", Gaps = "gaps", Json = "jsonl";

    private readonly Option<bool> _ignoreCase =
        new("--ignore-case") { Description = "Words that differ in case alone are the same" };

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print of each pair",
        Words,
        [
            (Words, "OK or BAD for each word of the translation"),
            (Gaps, "the same, with the gaps before, between and behind the words"),
            (Json, "a JSON object with the edits"),
        ]);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public TagsCommand()
        : base("tags", "Tag the words of translations as OK or BAD by a reference")
    {
        _input = new LinkedInput(this);
        Add(Headings.Output, _ignoreCase, _print);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--source", "--target", "--links", "--method", "--model", "--ignore-case", "--print", "--output"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner tags translations.txt references.txt -o tags.txt", "a tag for each word"),
        new("aligner tags both.txt --links links.txt --print jsonl", "the edits of each pair"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        bool ignoreCase = parsed.GetValue(_ignoreCase);
        Func<TaggedTranslation, string> format = Formatter(parsed.GetRequiredValue(_print));
        EditCounts all = default;
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach (AlignedPair pair in pairs)
            {
                TaggedTranslation tagged = TaggedTranslation.Of(pair, ignoreCase);
                all += tagged.Counts;
                output.WriteLine(format(tagged));
            }
        });
        context.Messages.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Edits} edits by {all.ReferenceWords} words of the references, rate {all.Rate:0.000}: "
            + $"{all.Substitutions} substitutions, {all.Deletions} deletions, {all.Insertions} insertions, "
            + $"{all.Shifts} shifts"));
    }

    private static Func<TaggedTranslation, string> Formatter(string print) => print switch
    {
        Gaps => tagged => string.Join(' ', tagged.MissingWords.SelectMany((missing, gap) =>
            new[] { Tag(missing == 0) }.Concat(tagged.Words.Skip(gap).Take(1).Select(Tag)))),
        Json => tagged => JsonLine.Text(new JsonObject
        {
            ["tags"] = JsonLine.Array(tagged.Words.Select(tag => tag.ToString().ToLowerInvariant())),
            ["missing"] = JsonLine.Array(tagged.MissingWords),
            ["substitutions"] = tagged.Counts.Substitutions,
            ["deletions"] = tagged.Counts.Deletions,
            ["insertions"] = tagged.Counts.Insertions,
            ["shifts"] = tagged.Counts.Shifts,
            ["referenceWords"] = tagged.Counts.ReferenceWords,
            ["rate"] = tagged.Counts.Rate,
        }),
        _ => tagged => string.Join(' ', tagged.Words.Select(Tag)),
    };

    private static string Tag(WordTag tag) => Tag(tag == WordTag.Ok);

    private static string Tag(bool isOk) => isOk ? "OK" : "BAD";
}
