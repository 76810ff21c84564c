using System.CommandLine;
using Aligner.Cli.Commands;
using Aligner.Cli.Help;

namespace Aligner.Cli.Tests.Commands;

/// <summary>The help of a command, as a terminal of 80 columns gets it.</summary>
internal static class HelpPages
{
    public static HelpText Of(string command)
    {
        List<Command> path = [new AlignerCommand()];
        foreach (string name in command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Add(path[^1].Subcommands.Single(child => child.Name == name));
        }

        return new HelpText(new HelpPage(path), 80);
    }
}
