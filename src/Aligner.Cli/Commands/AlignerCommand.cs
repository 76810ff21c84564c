using System.CommandLine;
using System.CommandLine.Help;
using Aligner.Cli.Help;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Commands;

/// <summary>The root: every subcommand and the options that all of them share.</summary>
internal sealed class AlignerCommand : RootCommand, IExamples
{
    public AlignerCommand()
        : base("Word alignment of parallel text: train, align, symmetrize, evaluate")
    {
        Add(new AlignCommand());
        Add(new TrainCommand());
        Add(new FinetuneCommand());
        Add(new AdaptCommand());
        Add(new PriorsCommand());
        Add(new SymmetrizeCommand());
        Add(new EvalCommand());
        Add(new ViewCommand());
        Add(new ConvertCommand());
        Add(new ServeCommand());
        Add(new LexiconCommand());
        Add(new PhrasesCommand());
        Add(new TermsCommand());
        Add(new ProjectCommand());
        Add(new FilterCommand());
        Add(new TagsCommand());
        Add(new ReorderCommand());
        Add(new ExportCommand());
        Add(new TokenizeCommand());
        Add(new ModelCommand());
        Add(new CompletionsCommand());
        Add(new HelpCommand());
        Add(GeneralOptions.Quiet);
        Add(GeneralOptions.Verbose);

        Option help = Options.Single(option => option is HelpOption);
        help.Action = new ToolHelpAction();
        help.Description = "Show help: -h on one screen, --help in full";

        // These two are paths.
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
        Option version = Options.Single(option => option is VersionOption);
        version.Action = new VersionAction();
        version.Description = "Show the versions of the tool and of what it runs on";
    }

    /// <summary>Shown at the end of <c>aligner --help</c>.</summary>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner align corpus.txt -o links.txt", "link the words of every pair"),
        new("aligner symmetrize forward.txt reverse.txt -o links.txt", "merge the links of two directions"),
        new("aligner eval --gold gold.txt links.txt", "precision, recall, F1 and AER"),
        new("aligner view corpus.txt links.txt --line 3", "look at the links of the third pair"),
    ];
}
