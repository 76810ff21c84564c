using System.Text.Json;
using Aligner.Core;
using Aligner.Neural.Encoders;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests.Models;

public sealed class GraphImporterTests : RuntimeTests, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _source;

    public GraphImporterTests()
    {
        _source = new TinyModel(EncoderFamily.DistilBert).Write(_folder.Path("hf"));
        File.Delete(Path.Combine(_source, "model.safetensors"));
    }

    [Fact]
    public void An_exported_graph_with_its_weights_beside_it_is_taken_over()
    {
        ModelFolder made = ModelImporter.Import(
            new TinyModel(EncoderFamily.DistilBert).Write(_folder.Path("other")),
            _folder.Path("made"),
            new ImportOptions());
        OnnxGraph graph = OnnxReader.ReadFile(made.GraphPath);
        WriteGraph(Rename(graph, "hidden_3", "last_hidden_state").CutTo("last_hidden_state"));
        File.Copy(Path.Combine(made.Path, "encoder.onnx.data"), Path.Combine(_source, "encoder.onnx.data"));
        ModelFolder model = Import();
        model.Manifest.HiddenStates.ShouldBe(new Dictionary<int, string> { [3] = "last_hidden_state" });
        model.Manifest.DefaultLayer.ShouldBe(3);
        using Encoder expected = Encoder.Load(made, new EncoderOptions { Layer = 3 });
        using Encoder actual = Encoder.Load(model, new EncoderOptions());
        float[] first = new float[24], second = new float[24];
        expected.Encode([2, 9, 3], [3], first);
        actual.Encode([2, 9, 3], [3], second);
        second.ShouldBe(first);
    }

    [Theory]
    [InlineData("tokens", "last_hidden_state", 8L, "its inputs are tokens, attention_mask; an encoder takes input_ids")]
    [InlineData("input_ids", "pooled", null, "it has no output last_hidden_state, hidden_states.N or logits, but")]
    [InlineData("input_ids", "last_hidden_state", 9L, "has 3 dimensions and 9 values a piece, but config.json says")]
    public void A_graph_of_another_kind_is_refused(string input, string output, long? width, string message)
    {
        GraphBuilder graph = new();
        graph.Input(input, ElementType.Int64, "batch", "length");
        graph.Input("attention_mask", ElementType.Int64, "batch", "length");
        graph.Output(output, ElementType.Float, "batch", "length", new GraphDimension(width));
        WriteGraph(graph.Build("other"));
        Should.Throw<DataException>(Import).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("dummy_transformer.onnx", null)]
    [InlineData("dummy_transformer_without_type_ids.onnx", null)]
    [InlineData("mock_sentence_embedder.onnx", "its input input_ids takes Float, not Int64")]
    public void Exported_samples_load_or_are_refused(string sample, string? message)
    {
        File.Copy(TestData.File("onnx-samples/" + sample), Path.Combine(_source, "model.onnx"));
        SetConfig("dim", 16);
        if (message is not null)
        {
            Should.Throw<DataException>(Import).Message.ShouldContain(message);
            return;
        }

        using Encoder encoder = Encoder.Load(Import(), new EncoderOptions());
        float[] result = new float[3 * encoder.Width];
        encoder.Encode([2, 9, 3], [3], result);
        result.ShouldContain(value => value != 0);
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxGraph Rename(OnnxGraph graph, string from, string to)
    {
        string New(string name) => name == from ? to : name;
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(node => node with
            {
                Inputs = [.. node.Inputs.Select(New)],
                Outputs = [.. node.Outputs.Select(New)],
            })],
            Outputs = [.. graph.Outputs.Select(output => output with { Name = New(output.Name) })],
        };
    }

    private ModelFolder Import() => ModelImporter.Import(_source, _folder.Path("model"), new ImportOptions());

    private void WriteGraph(OnnxGraph graph) =>
        File.WriteAllBytes(Path.Combine(_source, "model.onnx"), OnnxWriter.Write(graph));

    private void SetConfig(string name, int value)
    {
        string path = Path.Combine(_source, "config.json");
        Dictionary<string, object> config =
            JsonSerializer.Deserialize<Dictionary<string, object>>(File.ReadAllText(path))!;
        config[name] = value;
        File.WriteAllText(path, JsonSerializer.Serialize(config));
    }
}
