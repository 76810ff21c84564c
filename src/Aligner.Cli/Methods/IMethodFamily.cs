using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Methods;

/// <summary>Aligners of one kind, with the options that they share.</summary>
/// <remarks>Add a family by implementing this and naming it in <see cref="MethodFamilies"/>.</remarks>
internal interface IMethodFamily
{
    /// <summary>The names of its methods on the command line, each with one line of help.</summary>
    IEnumerable<(string Name, string Summary)> Methods { get; }

    /// <summary>The options that not every family takes; an error with a method that does not take them.</summary>
    IEnumerable<Option> Options { get; }

    /// <summary>Whether several experts judge the links, so that each can be told.</summary>
    bool HasExperts => false;

    /// <summary>Says which options contradict each other, or null.</summary>
    string? Check(CommandResult result);

    /// <summary>Whether the first pair is aligned before the last is read, as the command line has it.</summary>
    bool Streams(CommandResult result);

    /// <summary>Aligns the bitext by the method that the command line names.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    void Align(AlignRun run);
}
