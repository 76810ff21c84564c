namespace Aligner.Fuzzing.Targets;

/// <summary>A folder for the files of the cases, in memory where the system has such folders.</summary>
internal sealed class Workplace : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly string _folder = Path.Combine(
        Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"aligner-fuzzing-{Guid.NewGuid():N}");

    public Workplace() => Directory.CreateDirectory(_folder);

    /// <summary>The path of a file or a folder in it.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, byte[] content)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Makes a folder with copies of the files of another one, and gives its path.</summary>
    public string Copy(string source, string name)
    {
        string folder = PathOf(name);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        return folder;
    }

    /// <summary>Removes a folder, if it is there.</summary>
    public void Remove(string name)
    {
        if (Directory.Exists(PathOf(name)))
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
