using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests.Models;

public sealed class GraphQuantizerTests : RuntimeTests, IDisposable
{
    private const int Inner = 3, Columns = 2;

    /// <summary>
    /// Each column has a 127 and no larger sum of two weights of one sign, so that rounding changes no weight.
    /// </summary>
    private static readonly float[] First = [127, 1, -3, -127, 64, 127], Second = [-5, 127, 127, 0, -90, 2];

    private static readonly float[] Inputs = [-1.2345f, 0.777f, 2, 0.1f, -2, 1.0001f];

    private readonly TempFolder _folder = new();

    /// <summary>
    /// Inputs lie between -2 and 2: the first rounding has steps of 4/255, the second steps of a 255th of that.
    /// </summary>
    [Theory]
    [InlineData(8, 4f / 255)]
    [InlineData(16, 4f / 255 / 255)]
    public void Products_are_as_exact_as_their_inputs_are_rounded(int inputBits, float step)
    {
        float[][] actual = Run(new QuantizationOptions { InputBits = inputBits });
        foreach ((float[] products, float[] weights) in actual.Zip([First, Second]))
        {
            float[] errors = [.. products.Zip(Expected(weights), (product, exact) => Math.Abs(product - exact))];
            float largestSum = Enumerable.Range(0, Columns).Max(
                column => weights.Where((_, k) => k % Columns == column).Sum(Math.Abs));
            errors.Max().ShouldBeInRange(step / 2, 0.51f * step * largestSum);
        }
    }

    /// <summary>
    /// All inputs but one are the largest, and so are many weights: without a range for pairs they overflow.
    /// </summary>
    [Fact]
    public void The_fastest_instructions_overflow_on_no_processor()
    {
        const int rows = 64;
        float[] weights = [.. Enumerable.Range(0, rows * Columns).Select(i => i % 7 < 4 ? 1f : -1f / (1 + (i % 5)))];
        float[] inputs = [.. Enumerable.Repeat(1f, rows)];
        inputs[^1] = 0;
        Quantize(new QuantizationOptions { InputBits = 8 }, rows, ("product", weights));
        float[] expected = [.. Enumerable.Range(0, Columns).Select(column =>
            Enumerable.Range(0, rows - 1).Sum(k => weights[(k * Columns) + column]))];

        float[] actual = Run(new SessionSettings { ReducedRange = true }, inputs, rows, "product").Single();

        // Each weight is rounded by half a step of 2/127 at most.
        actual.Zip(expected, (product, exact) => Math.Abs(product - exact)).Max().ShouldBeLessThan(rows / 127f);
    }

    public void Dispose() => _folder.Dispose();

    private float[][] Run(QuantizationOptions options)
    {
        Quantize(options, Inner, ("first", First), ("second", Second));
        return Run(new SessionSettings(), Inputs, Inner, "first", "second");
    }

    private void Quantize(
        QuantizationOptions options, int inner, params IEnumerable<(string Name, float[] Weights)> products)
    {
        GraphBuilder builder = new();
        string x = builder.Input("x", ElementType.Float, "rows", inner);
        foreach ((string name, float[] weights) in products)
        {
            string matrix = builder.Constant(GraphTensor.Of<float>("w/" + name, weights, [inner, Columns]));
            builder.Output(builder.Node("MatMul", name, [x, matrix]), ElementType.Float, "rows", Columns);
        }

        using WeightReader reader = new(_folder.Path(string.Empty));
        using WeightWriter writer = new(_folder.Path("graph.data"));
        OnnxGraph quantized = new GraphQuantizer(builder.Build("products"), reader, writer, options).Rewrite();
        File.WriteAllBytes(_folder.Path("graph.onnx"), OnnxWriter.Write(quantized));
    }

    private float[][] Run(SessionSettings settings, float[] inputs, int inner, params IReadOnlyList<string> outputs)
    {
        using OnnxSession session = new(_folder.Path("graph.onnx"), settings);
        using Tensor input = Tensor.Over<float>(inputs, inputs.Length / inner, inner);
        Tensor[] results = [.. session.Run([new("x", input)], outputs)];
        float[][] values = [.. results.Select(result => result.Values<float>().ToArray())];
        Array.ForEach(results, result => result.Dispose());
        return values;
    }

    private static IEnumerable<float> Expected(float[] weights)
    {
        for (int row = 0; row < Inputs.Length / Inner; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                yield return Enumerable.Range(0, Inner)
                    .Sum(k => Inputs[(row * Inner) + k] * weights[(k * Columns) + column]);
            }
        }
    }
}
