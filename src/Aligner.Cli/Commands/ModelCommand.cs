using System.CommandLine;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model …</c>: the encoders of the embedding aligners.</summary>
internal sealed class ModelCommand : Command, IExamples
{
    public ModelCommand()
        : base("model", "Import, shrink, average or describe encoders")
    {
        Add(new ModelImportCommand());
        Add(new ModelQuantizeCommand());
        Add(new ModelPruneCommand());
        Add(new ModelInfoCommand());
        Add(new ModelAverageCommand());
        Add(new ModelVocabularyCommand());
        Add(new ModelLexiconCommand());
        Add(new ModelFitNetworkCommand());
        Add(new ModelPackCommand());
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model import bert-base-multilingual-cased -o mbert", "from a Hugging Face folder"),
        new("aligner model quantize mbert -o mbert-int8", "a quarter of the size, and faster"),
        new("aligner model info mbert-int8", "what it is"),
    ];
}
