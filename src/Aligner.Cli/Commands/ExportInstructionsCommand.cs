using System.CommandLine;
using System.Text.Json.Nodes;
using Aligner.Applications.Exporting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner export instructions [BITEXT]</c>: questions about links, for language models.</summary>
internal sealed class ExportInstructionsCommand : ToolCommand
{
    private static readonly InstructionOptions Defaults = new();

    private static readonly Dictionary<string, InstructionTask> Tasks = new()
    {
        ["assertion"] = InstructionTask.Assertion,
        ["hint"] = InstructionTask.Hint,
        ["revision"] = InstructionTask.Revision,
    };

    private readonly Option<string[]> _tasks = OptionFactory.DescribedChoices(
        "--tasks",
        "What to ask about each pair",
        "assertion",
        [
            ("assertion", "whether two words are linked: True or False"),
            ("hint", "the translation, given linked words"),
            ("revision", "the translation, given it with a wrong word"),
        ]);

    private readonly Option<string?> _sourceLanguage = Language("--source-language", "source", Defaults.SourceLanguage);
    private readonly Option<string?> _targetLanguage = Language("--target-language", "target", Defaults.TargetLanguage);

    private readonly Option<double?> _probability = OptionFactory.OptionalNumber(
        "--minimum-probability", "Leave words with a less probable link", NumberRange.From(0, 1), absent: "0.5");

    private readonly Option<int> _hints =
        OptionFactory.Integer("--hints", "Most linked words in a hint", Defaults.Hints, 1);

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public ExportInstructionsCommand()
        : base("instructions", "Ask language models about links (AlignInstruct), as JSON Lines")
    {
        _input = new LinkedInput(this);
        Add(Headings.Output, _tasks, _sourceLanguage, _targetLanguage, _probability, _hints);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--links", "--method", "--tasks", "--source-language", "--target-language", "--minimum-probability",
        "--seed", "--output",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner export instructions corpus.txt --links links.txt -o instructions.jsonl", "true and false links"),
        new("aligner export instructions corpus.txt --source-language German --target-language English",
            "with the names of the languages"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        InstructionMaker maker = new(
            new InstructionOptions
            {
                SourceLanguage = parsed.GetValue(_sourceLanguage) ?? Defaults.SourceLanguage,
                TargetLanguage = parsed.GetValue(_targetLanguage) ?? Defaults.TargetLanguage,
                Tasks = [.. parsed.GetRequiredValue(_tasks).Distinct().Select(name => Tasks[name])],
                MinimumProbability = parsed.GetValue(_probability) ?? Defaults.MinimumProbability,
                Hints = parsed.GetValue(_hints),
            },
            _input.Seed(parsed));
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach (Instruction instruction in pairs.SelectMany(maker.Make))
            {
                output.WriteLine(JsonLine.Text(new JsonObject
                {
                    ["line"] = instruction.Line,
                    ["task"] = Tasks.First(task => task.Value == instruction.Task).Key,
                    ["prompt"] = instruction.Prompt,
                    ["answer"] = instruction.Answer,
                }));
            }
        });
    }

    private static ToolOption<string?> Language(string option, string side, string absent) => new(option)
    {
        Description = $"What the prompts call the {side} language",
        HelpName = "NAME",
        Default = absent,
    };
}
