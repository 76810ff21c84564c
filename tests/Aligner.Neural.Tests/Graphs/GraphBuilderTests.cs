using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests.Graphs;

public sealed class GraphBuilderTests
{
    [Fact(
        Skip = "ONNX Runtime does not load",
        SkipType = typeof(OnnxRuntimeLibrary),
        SkipUnless = nameof(OnnxRuntimeLibrary.IsAvailable))]
    public void A_graph_included_twice_shares_its_weights()
    {
        GraphBuilder twice = new();
        twice.Include(Scaled(), "source/");
        twice.Include(Scaled(), "target/");
        twice.Output(twice.Subtract("difference", "source/y", "target/y"), ElementType.Float, 2);
        OnnxGraph graph = twice.Build("twice");
        graph.Constants.Select(constant => constant.Name).ShouldBe(["w"]);
        using OnnxSession session = new(OnnxWriter.Write(graph.Free("w")));
        using Tensor source = Tensor.Over<float>(new float[] { 5, 7 }, 2);
        using Tensor target = Tensor.Over<float>(new float[] { 1, 2 }, 2);
        using Tensor weight = Tensor.Over<float>(new float[] { 10 }, 1);
        using Tensor result = session.Run(
            [new("source/x", source), new("target/x", target), new("w", weight)], ["difference"])[0];
        result.Values<float>().ToArray().ShouldBe([40, 50]);
    }

    [Fact]
    public void Only_a_constant_or_an_input_can_be_freed()
    {
        OnnxGraph freed = Scaled().Free("w", "x");
        freed.Constants.ShouldBeEmpty();
        freed.Inputs.Select(input => input.Name).ShouldBe(["x", "w"]);
        freed.Inputs[1].Shape.ShouldBe([new GraphDimension(1)]);
        Should.Throw<ArgumentException>(() => Scaled().Free("y")).Message.ShouldContain("no constant or input 'y'");
    }

    private static OnnxGraph Scaled()
    {
        GraphBuilder graph = new();
        string weight = graph.Constant(GraphTensor.Of<float>("w", [3], 1));
        graph.Output(graph.Multiply("y", graph.Input("x", ElementType.Float, 2), weight), ElementType.Float, 2);
        return graph.Build("scaled");
    }
}
