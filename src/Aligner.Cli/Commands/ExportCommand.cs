using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner export …</c>: training data for other systems, made of linked pairs.</summary>
internal sealed class ExportCommand : Command, IExamples
{
    public ExportCommand()
        : base("export", "Make training data for other systems out of linked pairs")
    {
        Add(new ExportCodeSwitchCommand());
        Add(new ExportInstructionsCommand());
        Add(new ExportGuidedCommand());
        Add(new ExportAugmentCommand());
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner export code-switch corpus.txt --links links.txt", "words replaced by their translations"),
        new("aligner export guided corpus.txt --pieces spm.model", "links of subword pieces, for Marian"),
    ];
}
