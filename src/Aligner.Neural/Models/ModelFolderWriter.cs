using Aligner.Core.Files;
using Aligner.Core.Text;

namespace Aligner.Neural.Models;

/// <summary>
/// Makes a model folder that appears whole or not at all: files are written to a temporary neighbor, which
/// <see cref="Commit"/> renames and <see cref="Dispose"/> without a commit removes.
/// </summary>
internal sealed class ModelFolderWriter : IDisposable
{
    private readonly string _target;
    private readonly bool _overwrite;
    private readonly string _temporary;

    /// <exception cref="OutputExistsException">The folder exists and may not be replaced.</exception>
    /// <exception cref="IOException">What exists is no model folder, or nothing can be written there.</exception>
    public ModelFolderWriter(string target, bool overwrite)
    {
        _target = FinalPath.Of(target);
        _overwrite = overwrite;
        bool exists = File.Exists(_target)
            || (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any());
        if (exists && !overwrite)
        {
            throw new OutputExistsException(target);
        }

        if (exists && !File.Exists(Path.Combine(_target, ModelManifest.FileName)))
        {
            throw new IOException($"cannot replace {target}: it is no model folder");
        }

        _temporary = Path.Combine(
            Path.GetDirectoryName(_target)!, $".{Path.GetFileName(_target)}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(_temporary);
    }

    /// <summary>Where a file of the folder is to be written.</summary>
    public string PathOf(string name) => Path.Combine(_temporary, name);

    /// <summary>Copies files of another folder.</summary>
    public void Copy(string folder, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            RegularFile.Copy(Path.Combine(folder, name), PathOf(name));
        }
    }

    /// <summary>Adds the manifest, with the hashes of all files, and gives the folder its name.</summary>
    public ModelFolder Commit(ModelManifest manifest)
    {
        (manifest with
        {
            Files = Directory.GetFiles(_temporary).Order(StringComparer.Ordinal)
                .ToDictionary(path => Path.GetFileName(path), ModelFile.Of),
        }).Write(_temporary);
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target, recursive: _overwrite);
        }

        Directory.Move(_temporary, _target);
        return ModelFolder.Open(_target);
    }

    public void Dispose()
    {
        if (Directory.Exists(_temporary))
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
