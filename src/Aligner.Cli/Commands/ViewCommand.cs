using System.CommandLine;
using Aligner.Applications.Views;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner view BITEXT [LINKS…]</c>: sentence pairs and their links for people.</summary>
internal sealed class ViewCommand : ToolCommand
{
    private readonly ViewedInput _input;
    private readonly SelectionBundle _selection;
    private readonly ViewOutput _output;

    public ViewCommand()
        : base("view", "Look at sentence pairs and their links: in the terminal, as a page, as figures")
    {
        _input = new ViewedInput(this);
        _selection = new SelectionBundle(this, _input.HasGold);
        _output = new ViewOutput(this);
        AddCheck(result => _input.Explains(result) && _output.DrawsFigures(result)
            ? "--why is for the terminal and for --html"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--gold", "--line", "--errors", "--worst", "--sample", "--limit", "--method", "--why",
        "--html", "--svg", "--tikz", "--figure", "--tokenizer", "--format", "--gold-format",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner view corpus.txt links.txt --line 3", "the third pair"),
        new("aligner view corpus.txt old.txt new.txt --gold gold.txt --errors",
            "what is right, wrong and missed by two systems"),
        new("aligner view corpus.txt links.txt --html pairs.html", "a page to search, sort and edit the pairs"),
        new("aligner view corpus.txt --method auto --worst 10", "align, and show the most doubtful pairs"),
        new("aligner view corpus.txt --method auto --line 3 --why", "what each expert says of the links"),
        new("aligner view corpus.txt links.txt --line 3 --tikz figure.tex --figure arcs", "a figure for a paper"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        if (_output.WriteTraining(parsed, context))
        {
            return;
        }

        RunSettings settings = _input.Settings(parsed, context);
        PairSelection selection = _selection.Selection(parsed, settings.Seed);
        _input.Read(
            parsed,
            context,
            settings,
            () => _output.Open(parsed, context),
            (text, output) =>
            {
                long count = 0;
                _output.Write(
                    parsed,
                    text with
                    {
                        Pairs = selection.Apply(text.Pairs).Select(pair =>
                        {
                            count++;
                            return pair;
                        }),
                    },
                    output);
                if (count == 0 && selection.Lines is not null)
                {
                    throw new UsageException($"{_selection.LineOption}: there is no such pair");
                }
            });
    }
}
