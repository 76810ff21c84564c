using System.CommandLine;
using System.CommandLine.Completions;
using Aligner.Cli.Help;
using Aligner.Cli.Hosting;
using Aligner.Core.Text;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner help [COMMAND…]</c>: the help of a command, or man pages of all.</summary>
internal sealed class HelpCommand : ToolCommand
{
    private readonly Argument<string[]> _command = new("COMMAND")
    {
        Description = "The command, as 'align' or 'model info'",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _man = new("--man")
    {
        Description = "Write a man page of each command into the folder DIR, which is made if it does not exist",
        HelpName = "DIR",
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace man pages that exist" };

    public HelpCommand()
        : base("help", "Show the help of a command, or write man pages")
    {
        Add(_command);
        Add(Headings.Output, _man, _overwrite);
        _command.CompletionSources.Add(context =>
            Root(context.ParseResult).Subcommands.Select(command => new CompletionItem(command.Name)));
        AddCheck(result => result.GetResult(_man) is not null && result.GetResult(_command) is { Tokens.Count: > 0 }
            ? "--man writes the pages of all commands: leave COMMAND out"
            : null);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner help align", "all options of align"),
        new("aligner help --man ~/.local/share/man/man1", "then 'man aligner-align' works"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        Command root = Root(parsed);
        if (parsed.GetValue(_man) is { } folder)
        {
            WriteManPages(root, folder, parsed.GetValue(_overwrite), context);
            return;
        }

        HelpPage page = new(PathTo(root, parsed.GetValue(_command) ?? []));
        using TextOutput output = context.OpenStandardOutput();
        foreach (string line in new HelpText(page, ToolHelpAction.Width).Full())
        {
            output.WriteLine(line);
        }

        output.Commit();
    }

    private static Command Root(ParseResult parsed) => parsed.RootCommandResult.Command;

    private static void WriteManPages(Command root, string folder, bool overwrite, CommandContext context)
    {
        Directory.CreateDirectory(folder);
        IReadOnlyList<Command>[] paths = [.. Paths([root])];
        HelpPage[] pages = [.. paths.Select(path => new HelpPage(path))];
        string[] names = [.. pages.Select(page => page.Name)];
        foreach (HelpPage page in pages)
        {
            ManPage man = new(page, names);
            TextOutput output = context.Own(TextOutput.Create(Path.Combine(folder, man.FileName), overwrite));
            foreach (string line in man.Lines())
            {
                output.WriteLine(line);
            }

            output.Commit();
        }
    }

    private static IEnumerable<IReadOnlyList<Command>> Paths(IReadOnlyList<Command> path) =>
        path[^1].Subcommands.SelectMany(command => Paths([.. path, command])).Prepend(path);

    private static List<Command> PathTo(Command root, IEnumerable<string> names)
    {
        List<Command> path = [root];
        foreach (string name in names)
        {
            string[] known = [.. path[^1].Subcommands.Select(command => command.Name)];
            path.Add(path[^1].Subcommands.FirstOrDefault(command => command.Name == name)
                ?? throw new UsageException($"there is no command '{name}'{Suggestion.For(name, known)}"));
        }

        return path;
    }
}
