using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>Everything that help and man page of a command say, taken from the symbols that the parser uses.</summary>
internal sealed class HelpPage
{
    private readonly HashSet<string> _essentials;

    /// <param name="path">The command and those that it belongs to, from the root.</param>
    public HelpPage(IReadOnlyList<Command> path)
    {
        Command command = path[^1];
        Name = string.Join(' ', path.Select((part, depth) => depth == 0 ? Tool : part.Name));
        Description = command.Description ?? string.Empty;
        Arguments = [.. command.Arguments.Select(HelpEntry.Of)];
        Commands = [.. command.Subcommands.Select(HelpEntry.Of)];
        Groups = [.. GroupsOf(command, path[0]).Select(group =>
            (group.Heading, (IReadOnlyList<HelpEntry>)[.. group.Options.Select(HelpEntry.Of)]))];
        Examples = command is IExamples examples ? examples.Examples : [];
        _essentials = command is ToolCommand tool ? [.. tool.Essentials] : [];
        Usage = string.Join(' ', new string[]
        {
            Name,
            command.Subcommands.Count > 0 ? "COMMAND" : string.Empty,
            string.Join(' ', command.Arguments.Select(ArgumentUsage)),
            string.Join(' ', command.Options.Where(option => option.Required).Select(RequiredUsage)),
            "[OPTIONS]",
        }.Where(part => part.Length > 0));
    }

    /// <summary>What the tool is called.</summary>
    public static string Tool => "aligner";

    /// <summary>The full name, such as <c>aligner model info</c>.</summary>
    public string Name { get; }

    /// <summary>What the command does.</summary>
    public string Description { get; }

    /// <summary>The shape of a command line.</summary>
    public string Usage { get; }

    /// <summary>The positional arguments.</summary>
    public IReadOnlyList<HelpEntry> Arguments { get; }

    /// <summary>The subcommands.</summary>
    public IReadOnlyList<HelpEntry> Commands { get; }

    /// <summary>The options under their headings.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<HelpEntry> Entries)> Groups { get; }

    /// <summary>The options that <c>-h</c> shows.</summary>
    public IEnumerable<HelpEntry> Essentials => Groups.SelectMany(group => group.Entries)
        .Where(entry => _essentials.Count == 0 || entry.Label.Split(' ', ',').Any(_essentials.Contains));

    /// <summary>Command lines to copy.</summary>
    public IReadOnlyList<Example> Examples { get; }

    private static IEnumerable<OptionGroup> GroupsOf(Command command, Command root)
    {
        IEnumerable<OptionGroup> own = command is ToolCommand tool ? tool.Groups : [];
        return own.Append(new OptionGroup(Headings.General, [.. root.Options.Where(option => option.Recursive
            || command == root)]));
    }

    private static string ArgumentUsage(Argument argument)
    {
        string name = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string RequiredUsage(Option option) =>
        $"{option.Aliases.FirstOrDefault() ?? option.Name} {option.HelpName}";
}
