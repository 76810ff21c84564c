using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

/// <summary>A model folder that somebody changed on purpose: sizes and hashes fit, what it says does not.</summary>
/// <param name="path">The folder.</param>
internal sealed class HostileModel(string path)
{
    private string ManifestPath => Path.Combine(path, ModelManifest.FileName);

    /// <summary>Changes what the graph says of where its weights lie.</summary>
    public void Move(Func<ExternalData, ExternalData> change)
    {
        ModelManifest manifest = ModelManifest.Read(path);
        string file = Path.Combine(path, ModelFolder.GraphFile);
        OnnxGraph graph = OnnxReader.ReadFile(file);
        File.WriteAllBytes(file, OnnxWriter.Write(graph with
        {
            Constants = [.. graph.Constants.Select(constant => constant with
            {
                External = constant.External is { } external ? change(external) : null,
            })],
        }));
        Measure(manifest, ModelFolder.GraphFile);
    }

    /// <summary>Makes a value of all weights.</summary>
    public void Fill(float value)
    {
        string file = Path.Combine(path, ModelFolder.WeightFile);
        float[] values = new float[new FileInfo(file).Length / sizeof(float)];
        Array.Fill(values, value);
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<float>(values));
        Measure(ModelManifest.Read(path), ModelFolder.WeightFile);
    }

    /// <summary>Changes the manifest.</summary>
    public void Rewrite(Action<JsonObject> change)
    {
        JsonObject json = JsonNode.Parse(File.ReadAllText(ManifestPath))!.AsObject();
        change(json);
        File.WriteAllText(ManifestPath, json.ToJsonString());
    }

    private void Measure(ModelManifest manifest, string name)
    {
        Dictionary<string, ModelFile> files = new(manifest.Files) { [name] = ModelFile.Of(Path.Combine(path, name)) };
        (manifest with { Files = files }).Write(path);
    }
}
