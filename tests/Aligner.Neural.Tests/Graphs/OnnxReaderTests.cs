using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests.Graphs;

public sealed class OnnxReaderTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        OnnxGraph graph = Sample();
        OnnxGraph read = OnnxReader.Read(OnnxWriter.Write(graph));
        read.Name.ShouldBe("sample");
        read.OperatorSets.ShouldBe(new Dictionary<string, long> { [""] = 20 });
        read.Inputs.ShouldHaveSingleItem().Shape.ShouldBe([new GraphDimension(null, "rows"), new GraphDimension(2)]);
        read.Nodes.Select(node => (node.Operator, string.Join(',', node.Inputs), node.Outputs[0])).ShouldBe(
            [("MatMul", "x,w", "p"), ("Softmax", "p", "s"), ("Cast", "x", "y")]);
        read.Nodes[1].Attribute("axis", 0L).ShouldBe(-1);
        GraphTensor weights = read.Constants.ShouldHaveSingleItem();
        weights.Shape.ShouldBe([2, 2]);
        weights.Values<float>().ToArray().ShouldBe([1, 2, 3, -4]);
    }

    [Fact]
    public void Attributes_and_places_of_data_are_kept()
    {
        GraphParameter[] parameters =
        [
            new("f", 0f), new("i", -3L), new("t", ""), new("fs", new[] { 1.5f, -2f }), new("is", new[] { 1L, -1L }),
        ];
        ExternalData place = new("w.data", 4096, 1L << 33);
        GraphTensor outside = new("w", ElementType.Int8, [1L << 33], default, place);
        OnnxGraph read = OnnxReader.Read(OnnxWriter.Write(Sample() with
        {
            Nodes = [new GraphNode("Any", ["x", "", "w"], ["y"], parameters, "n", "d")],
            Constants = [outside],
        }));
        read.Nodes[0].Inputs.ShouldBe(["x", "", "w"]);
        read.Nodes[0].Attributes.Select(parameter => parameter.Value).ShouldBe(parameters.Select(it => it.Value));
        read.Constants[0].External.ShouldBe(place);
        read.Constants[0].Count.ShouldBe(1L << 33);
    }

    [Fact]
    public void A_cut_graph_keeps_what_its_output_needs()
    {
        OnnxGraph cut = Sample().CutTo("y");
        cut.Nodes.ShouldHaveSingleItem().Operator.ShouldBe("Cast");
        cut.Constants.ShouldBeEmpty();
        Sample().CutTo("s").Nodes.Count.ShouldBe(2);
        Should.Throw<ArgumentException>(() => Sample().CutTo("p")).Message.ShouldContain("no output 'p'");
    }

    [Fact]
    public void Every_truncation_is_refused_or_gives_a_shorter_graph()
    {
        byte[] bytes = OnnxWriter.Write(Sample());
        int refused = 0;
        for (int length = 0; length < bytes.Length; length++)
        {
            try
            {
                OnnxReader.Read(bytes.AsSpan(0, length)).OperatorSets.Count.ShouldBe(0);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        // Only the end of the graph itself, before the operator sets, is a message too.
        refused.ShouldBe(bytes.Length - 1);
    }

    private static OnnxGraph Sample()
    {
        GraphBuilder graph = new();
        string x = graph.Input("x", ElementType.Float, "rows", 2);
        string w = graph.Constant(GraphTensor.Of<float>("w", [1, 2, 3, -4], 2, 2));
        graph.Softmax("s", graph.MatMul("p", x, w));
        graph.Cast("y", x, ElementType.Int64);
        graph.Output("s", ElementType.Float, "rows", 2);
        graph.Output("y", ElementType.Int64, "rows", 2);
        return graph.Build("sample");
    }
}
