using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;

namespace Aligner.Neural.Encoders;

/// <summary>
/// Model folders whose files are links, as caches make them. ONNX Runtime refuses weights that a link leads out of the
/// folder which it is told, so it has to be told the folder in which they lie, and their names there.
/// </summary>
internal static class LinkedWeights
{
    /// <summary>Whether a file of the folder is a link.</summary>
    public static bool AreIn(ModelFolder folder) =>
        folder.Manifest.Files.Keys.Any(name => new FileInfo(Path.Combine(folder.Path, name)).LinkTarget is not null);

    /// <summary>The graph with the names that its weights have where links lead, and that folder.</summary>
    /// <exception cref="DataException">The weights are in several files, which links lead to several
    /// folders.</exception>
    public static (OnnxGraph Graph, string Folder) Follow(OnnxGraph graph, string folder)
    {
        Dictionary<string, string> paths = graph.Constants
            .Select(constant => constant.External?.File).OfType<string>().Distinct()
            .ToDictionary(name => name, name => FinalPath.Of(Path.Combine(folder, name)));
        string[] folders = [.. paths.Values.Select(path => Path.GetDirectoryName(path)!).Distinct()];
        if (folders.Length > 1)
        {
            throw new DataException($"{folder}: links lead to its weights in several folders: copy them into one");
        }

        GraphTensor[] constants = [.. graph.Constants.Select(constant => constant with
        {
            External = constant.External is { } external
                ? external with { File = Path.GetFileName(paths[external.File]) }
                : null,
        })];
        return (graph with { Constants = constants }, folders.FirstOrDefault(folder));
    }
}
