using Aligner.Core;
using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>
/// Makes a model folder that appears whole or not at all, in the place of an older model if it may. Files of the older
/// one that are no part of it stay.
/// </summary>
internal sealed class ModelFolderWriter : IDisposable
{
    private readonly string _target;
    private readonly AtomicFolder _folder;

    /// <exception cref="OutputExistsException">The folder exists and may not be replaced.</exception>
    /// <exception cref="IOException">What exists is no model folder, or nothing can be written there.</exception>
    public ModelFolderWriter(string target, bool overwrite)
    {
        _target = target;
        if (overwrite
            && FileKinds.Of(target) == FileKind.Folder
            && !File.Exists(Path.Combine(target, ModelManifest.FileName))
            && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new IOException($"cannot replace {target}: it is no model folder");
        }

        _folder = AtomicFolder.Create(target, overwrite);
    }

    /// <summary>Where a file of the folder is to be written.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Copies files of another folder.</summary>
    /// <exception cref="DataException">One is a pipe or a device, or has the name of another part.</exception>
    public void Copy(string folder, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (File.Exists(PathOf(name)))
            {
                throw new DataException($"{folder}: two parts of the model have the name '{name}'");
            }

            RegularFile.Copy(Path.Combine(folder, name), PathOf(name));
        }
    }

    /// <summary>Adds the manifest, with the hashes of all files, and gives the folder its name.</summary>
    public ModelFolder Commit(ModelManifest manifest)
    {
        (manifest with
        {
            Files = _folder.Files.ToDictionary(path => Path.GetFileName(path), ModelFile.Of),
        }).Write(_folder.Path);
        _folder.Commit(OldFiles());
        return ModelFolder.OpenNew(_target);
    }

    public void Dispose() => _folder.Dispose();

    // Of a damaged model nothing is known: all of it stays.
    private HashSet<string> OldFiles()
    {
        try
        {
            return [.. ModelManifest.Read(_target).Files.Keys];
        }
        catch (DataException)
        {
            return [];
        }
    }
}
