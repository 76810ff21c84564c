using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests.OnnxRuntime;

public sealed class OnnxSessionTests : RuntimeTests
{
    [Fact]
    public void A_session_tells_its_inputs_and_outputs()
    {
        using OnnxSession session = new(Sum<float>());
        TensorInfo input = session.Inputs[0];
        (input.Name, input.Type).ShouldBe(("left", ElementType.Float));
        input.Shape.ShouldBe([-1, 2]);
        session.Inputs.Select(info => info.Name).ShouldBe(["left", "right"]);
        session.Outputs.ShouldHaveSingleItem().Name.ShouldBe("sum");
    }

    [Fact]
    public void Values_of_every_type_go_in_and_come_out()
    {
        ShouldAdd<float>([1, 2], [10, 20], [11, 22]);
        ShouldAdd<double>([1, 2], [10, 20], [11, 22]);
        ShouldAdd<long>([1, 2], [10, 1L << 40], [11, (1L << 40) + 2]);
        ShouldAdd<int>([1, -2], [10, 20], [11, 18]);
        ShouldAdd<byte>([1, 2], [10, 253], [11, 255]);
        ShouldAdd<Half>([(Half)1, (Half)2], [(Half)0.5, (Half)20], [(Half)1.5, (Half)22]);
    }

    [Fact]
    public void Booleans_are_bytes()
    {
        GraphBuilder graph = new();
        graph.Node("Not", "sum", [graph.Input("left", ElementType.Bool, 2)]);
        graph.Output("sum", ElementType.Bool, 2);
        using OnnxSession session = new(OnnxWriter.Write(graph.Build("not")));
        using Tensor input = Tensor.Over<bool>(new[] { true, false }, 2);
        using Tensor output = session.Run([new("left", input)], ["sum"])[0];
        output.Values<bool>().ToArray().ShouldBe([false, true]);
    }

    [Fact]
    public void A_run_writes_into_memory_that_exists()
    {
        using OnnxSession session = new(Sum<float>(), new SessionSettings { Threads = 1 });
        float[] values = [1, 2];
        float[] result = new float[2];
        using Tensor input = Tensor.Over<float>(values, 1, 2);
        using Tensor output = Tensor.Over<float>(result, 1, 2);
        NamedTensor[] inputs = [new("left", input), new("right", input)];
        session.Run(inputs, [new NamedTensor("sum", output)]);
        result.ShouldBe([2, 4]);

        // Both tensors lie over our memory.
        values[0] = 100;
        session.Run(inputs, [new NamedTensor("sum", output)]);
        result.ShouldBe([200, 4]);
    }

    [Fact]
    public void An_error_has_the_message_of_the_runtime()
    {
        using OnnxSession session = new(Sum<float>());
        using Tensor wide = Tensor.Over<float>(new float[3], 1, 3);
        using Tensor whole = Tensor.Over<long>(new long[2], 1, 2);
        Should.Throw<OnnxRuntimeException>(() => session.Run([new("left", wide), new("right", wide)], ["sum"]))
            .Message.ShouldContain("Got invalid dimensions for input");
        Should.Throw<OnnxRuntimeException>(() => session.Run([new("left", whole), new("right", whole)], ["sum"]))
            .Message.ShouldContain("[ErrorCode:InvalidArgument]");
        Should.Throw<OnnxRuntimeException>(() => session.Run([new("other", wide)], ["sum"]));
        Should.Throw<OnnxRuntimeException>(() => new OnnxSession([1, 2, 3]))
            .Message.ShouldContain("[ErrorCode:InvalidProtobuf]");
        Should.Throw<OnnxRuntimeException>(() => new OnnxSession("no-such.onnx")).Message.ShouldContain("no-such.onnx");
    }

    [Fact]
    public void A_cancelled_run_ends_in_the_middle()
    {
        using OnnxSession session = new(LongChain(), new SessionSettings { Threads = 1 });
        using Tensor input = Tensor.Over<float>(new float[512 * 512], 512, 512);
        NamedTensor[] inputs = [new("input", input)];
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(20));
        Should.Throw<OperationCanceledException>(() => session.Run(inputs, ["last"], source.Token));
        Should.Throw<OperationCanceledException>(() => session.Run(inputs, ["last"], source.Token));
    }

    [Fact]
    public void An_execution_provider_that_is_not_there_is_named_with_those_that_are()
    {
        SessionSettings settings = new() { Providers = [new ExecutionProvider("abacus")] };
        Should.Throw<OnnxRuntimeException>(() => new OnnxSession(Sum<float>(), settings))
            .Message.ShouldMatch("no execution provider 'abacus'; it has .*CPUExecutionProvider");
        using OnnxSession session = new(
            Sum<float>(), new SessionSettings { Providers = [new ExecutionProvider("cpu")], ParallelNodes = 2 });
    }

    [Fact]
    public void A_tensor_that_is_gone_is_not_used()
    {
        using OnnxSession session = new(Sum<float>());
        Tensor input = Tensor.Over<float>(new float[2], 1, 2);
        input.Dispose();
        Should.Throw<ObjectDisposedException>(() => session.Run([new("left", input), new("right", input)], ["sum"]));
        Should.Throw<ObjectDisposedException>(() => input.Values<float>().Length);
    }

    [Fact]
    public void A_tensor_has_the_values_that_its_shape_says()
    {
        Should.Throw<ArgumentException>(() => Tensor.Over<float>(new float[3], 2, 2));
        Should.Throw<NotSupportedException>(() => Tensor.Over<char>(new char[1], 1));
        using Tensor tensor = Tensor.Over<float>(new float[2], 1, 2);
        Should.Throw<InvalidOperationException>(() => tensor.Values<int>().Length);
    }

    private static void ShouldAdd<T>(T[] left, T[] right, T[] expected)
        where T : unmanaged
    {
        using OnnxSession session = new(Sum<T>());
        using Tensor first = Tensor.Over<T>(left, 1, 2);
        using Tensor second = Tensor.Over<T>(right, 1, 2);
        using Tensor sum = session.Run([new("left", first), new("right", second)], ["sum"])[0];
        sum.Shape.ShouldBe([1, 2]);
        sum.Values<T>().ToArray().ShouldBe(expected);
    }

    private static byte[] Sum<T>()
        where T : unmanaged
    {
        ElementType type = ElementTypes.Of<T>();
        GraphBuilder graph = new();
        graph.Add("sum", graph.Input("left", type, "rows", 2), graph.Input("right", type, "rows", 2));
        graph.Output("sum", type, "rows", 2);
        return OnnxWriter.Write(graph.Build("sum"));
    }

    private static byte[] LongChain()
    {
        GraphBuilder graph = new();
        string value = graph.Input("input", ElementType.Float, 512, 512);
        for (int i = 0; i < 2000; i++)
        {
            value = graph.MatMul(i == 1999 ? "last" : $"product{i}", value, "input");
        }

        graph.Output("last", ElementType.Float, 512, 512);
        return OnnxWriter.Write(graph.Build("chain"));
    }
}
