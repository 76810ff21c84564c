using System.Text;
using Aligner.Applications.Views.Training;
using Aligner.Core;
using Aligner.Core.Files;

namespace Aligner.Cli.Finetuning;

/// <summary>The log of a training, in JSON Lines. It can be read while it grows.</summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly StreamWriter _writer;

    /// <summary>Opens a log for the steps to come.</summary>
    /// <param name="path">The file. A training that goes on continues it, without lines of later steps; another one
    /// replaces it.</param>
    /// <param name="stepCount">The steps that are taken already.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DataException">The file that is continued is no log.</exception>
    public TrainingLog(string path, long stepCount)
    {
        TrainingStep[] known = stepCount > 0 && FileKinds.Of(path) != FileKind.Missing
            ? [.. TrainingStep.ReadAll(path).Where(step => step.Step <= stepCount)]
            : [];
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        foreach (TrainingStep step in known)
        {
            Write(step);
        }
    }

    /// <summary>Adds a line.</summary>
    public void Write(TrainingStep step) => _writer.WriteLine(step.ToJson());

    public void Dispose() => _writer.Dispose();
}
