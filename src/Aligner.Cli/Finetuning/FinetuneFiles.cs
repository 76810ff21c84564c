using Aligner.Core.Files;
using Aligner.Core.Text;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Cli.Finetuning;

/// <summary>Finds what would stop a training at its end before it begins.</summary>
internal static class FinetuneFiles
{
    /// <summary>Checks that each input can be opened.</summary>
    /// <exception cref="IOException">One cannot.</exception>
    public static void RequireReadable(IEnumerable<string> paths)
    {
        // A pipe can be opened only once.
        foreach (string path in paths.Where(path => FileKinds.Of(path) != FileKind.Special))
        {
            TextInput.OpenStream(path).Dispose();
        }
    }

    /// <summary>Checks that a model folder can be made.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="overwrite">Whether it may exist.</param>
    /// <exception cref="OutputExistsException">It exists and may not.</exception>
    /// <exception cref="IOException">It is something else than a model, or has no parent folder.</exception>
    public static void RequireReplaceable(string target, bool overwrite)
    {
        string full = FinalPath.Of(target);
        if (Path.Exists(full) && !overwrite)
        {
            throw new OutputExistsException(target);
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new IOException($"cannot write {target}: no such folder");
        }

        bool isEmpty = Directory.Exists(full) && !Directory.EnumerateFileSystemEntries(full).Any();
        if (Path.Exists(full) && !isEmpty && !File.Exists(Path.Combine(full, ModelManifest.FileName)))
        {
            throw new IOException($"cannot replace {target}: it is no model folder");
        }
    }

    /// <summary>Checks that a checkpoint can be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    public static void RequireWritable(string checkpoint) => AtomicFile.Create(checkpoint, overwrite: true).Dispose();

    /// <summary>Checks that a log can be written.</summary>
    /// <param name="log">The file.</param>
    /// <param name="overwrite">Whether it may exist.</param>
    /// <exception cref="IOException">It exists and may not, or cannot be written.</exception>
    public static void RequireLoggable(string log, bool overwrite) => AtomicFile.Create(log, overwrite).Dispose();

    /// <summary>Checks that ONNX Runtime is there.</summary>
    /// <exception cref="OnnxRuntimeUnavailableException">It is not.</exception>
    public static void RequireRuntime()
    {
        if (OnnxRuntimeLibrary.WhyUnavailable is { } reason)
        {
            throw new OnnxRuntimeUnavailableException(reason);
        }
    }
}
