using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Text;
using Aligner.Statistical.Models;
using Aligner.Statistical.PriorSources;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner priors MODEL</c>: what a model knows, as eflomal and <c>train --priors</c> read it.</summary>
internal sealed class PriorsCommand : ToolCommand
{
    private readonly Argument<string> _model =
        new("MODEL") { Description = "A model that train saved, '-' for standard input" };

    private readonly OutputBundle _output;

    public PriorsCommand()
        : base("priors", "Write what a model counted, in the format of eflomal")
    {
        Add(_model);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner priors corpus.model -o corpus.priors", "write what a model knows"),
        new("aligner train other.txt --priors corpus.priors -o other.model", "learn with it from other text"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        using TextOutput output = _output.Open(parsed, context);
        StatisticalModel model = StatisticalModelFormat.Open(parsed.GetRequiredValue(_model));
        EflomalPriorsFormat.Write(output, ModelPriors.Of(model));
        output.Commit();
    }
}
