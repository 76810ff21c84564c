using System.Diagnostics;
using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class TemporaryPathsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_dead_processes_left_for_the_same_output_is_removed()
    {
        TemporaryOwner dead = TemporaryOwner.Current with { Process = DeadProcess() };
        TemporaryOwner reused = TemporaryOwner.Current;
        TemporaryOwner living = TemporaryOwner.Current with { Process = 1 };
        TemporaryOwner foreign = dead with { Machine = "ffffff" };
        TemporaryOwner before = dead with { Boot = "ffffff" };
        _folder.Write($".out.{dead.NewEnd()}", "left");
        _folder.Write($".out.{reused.NewEnd()}", "left");
        Directory.CreateDirectory(_folder.Path($".out.{dead.NewEnd()}/inner"));
        string old = _folder.Write($".out.{before.NewEnd()}", "left");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddYears(-1));
        string[] kept =
        [
            $".out.{living.NewEnd()}", $".out.{foreign.NewEnd()}", $".out.{before.NewEnd()}", $".other.{dead.NewEnd()}",
            ".out.txt", "out", $"out.{dead.NewEnd()}",
        ];
        Array.ForEach(kept, name => _folder.Write(name, "kept"));
        string path = TemporaryPaths.Beside(_folder.Path("out"));
        Directory.GetFileSystemEntries(_folder.Path(".")).Select(Path.GetFileName).ShouldBe(kept, ignoreOrder: true);
        TemporaryPaths.Remove(path);
    }

    [Fact]
    public void Paths_of_this_process_differ_and_stay()
    {
        string[] paths = [.. Enumerable.Range(0, 3).Select(_ => TemporaryPaths.Beside(_folder.Path("out")))];
        Array.ForEach(paths, path => File.WriteAllText(path, "mine"));
        TemporaryPaths.Remove(TemporaryPaths.Beside(_folder.Path("out")));
        paths.ShouldAllBe(path => File.Exists(path));
        Array.ForEach(paths, TemporaryPaths.Remove);
        _folder.FileNames.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(255)]
    [InlineData(230)]
    public void A_long_name_has_a_temporary_neighbor_too(int length)
    {
        string path = TemporaryPaths.Beside(_folder.Path(new string('x', length)));
        File.WriteAllText(path, "fits");
        TemporaryPaths.Remove(path);
    }

    public void Dispose() => _folder.Dispose();

    private static int DeadProcess()
    {
        using Process process = Process.Start(OperatingSystem.IsWindows() ? "whoami" : "true");
        process.WaitForExit();
        return process.Id;
    }
}
