using Aligner.Core;
using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>
/// A model as this program keeps it: <c>aligner-model.json</c>, the graph <c>encoder.onnx</c> with its weights
/// <c>encoder.onnx.data</c>, and the files of its tokenizer as they came.
/// </summary>
public sealed class ModelFolder
{
    public const string GraphFile = "encoder.onnx";
    public const string WeightFile = "encoder.onnx.data";

    private ModelFolder(string path, ModelManifest manifest)
    {
        Path = path;
        Manifest = manifest;
    }

    public string Path { get; }

    public ModelManifest Manifest { get; }

    /// <summary>The graph.</summary>
    public string GraphPath => System.IO.Path.Combine(Path, GraphFile);

    /// <summary>The tokenizer file to load; what belongs to it lies beside it.</summary>
    public string TokenizerPath => System.IO.Path.Combine(Path, Manifest.Tokenizer);

    /// <summary>The lexicon of stems; null if there is none.</summary>
    public string? LexiconPath =>
        Manifest.Lexicon is { } name ? System.IO.Path.Combine(Path, name) : null;

    /// <summary>
    /// Opens a folder and checks that every file is there and has its size and its hash; a file that was read once is
    /// read again only if its size or its time has changed.
    /// </summary>
    /// <exception cref="DataException">It is no model folder, or a file is missing, truncated or changed.</exception>
    public static ModelFolder Open(string path)
    {
        ModelFolder folder = OpenNew(path);
        folder.Verify(ModelFile.OfUnchanged);
        return folder;
    }

    /// <summary>Reads every file and compares its hash.</summary>
    /// <exception cref="DataException">A file was changed.</exception>
    public void Verify() => Verify(ModelFile.Of);

    /// <summary>Opens a folder that this process has just made.</summary>
    internal static ModelFolder OpenNew(string path)
    {
        ModelFolder folder = new(path, ModelManifest.Read(path));
        foreach ((string name, ModelFile file) in folder.Manifest.Files)
        {
            string full = System.IO.Path.Combine(path, name);
            if (!File.Exists(full))
            {
                throw new DataException($"{path}: {name} is missing");
            }

            if (RegularFile.Length(full) is long length && length != file.Bytes)
            {
                throw new DataException($"{full}: it has {length} bytes instead of {file.Bytes}");
            }
        }

        string? unknown = folder.Manifest.Parts.FirstOrDefault(name => !folder.Manifest.Files.ContainsKey(name));
        return unknown is null
            ? folder
            : throw new DataException($"{path}: {ModelManifest.FileName} does not say what {unknown} is to hold");
    }

    private void Verify(Func<string, ModelFile> measure)
    {
        foreach ((string name, ModelFile file) in Manifest.Files)
        {
            string path = System.IO.Path.Combine(Path, name);
            if (measure(path) != file)
            {
                throw new DataException($"{path}: its content is not what {ModelManifest.FileName} says");
            }
        }
    }
}
