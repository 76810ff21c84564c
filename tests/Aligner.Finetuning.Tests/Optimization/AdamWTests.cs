using Aligner.Core.Numerics;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Tests.Optimization;

public sealed class AdamWTests : RuntimeTests
{
    private static readonly AdamWOptions Options = new() { WeightDecay = 0.1f, Beta2 = 0.99f };

    [Theory]
    [InlineData(3)]
    [InlineData(40_003)]
    public void Steps_agree_with_a_scalar_reference(int size)
    {
        using ParameterSet parameters = new();
        Parameter parameter = parameters.Add("w", [size], decays: true);
        SplitMix64 random = new(3);
        EncoderParameters.FillNormal(parameter.Values, 1, ref random);
        double[] weights = [.. parameter.Values.ToArray()];
        double[] mean = new double[size], square = new double[size];
        AdamW optimizer = new(parameters, Options);
        for (int step = 1; step <= 5; step++)
        {
            float[] gradient = new float[size];
            EncoderParameters.FillNormal(gradient, 2, ref random);
            parameter.Gradient.Add(gradient);
            optimizer.Step(0.01f * step, gradientScale: 0.5f);
            parameter.Gradient.Clear();
            for (int i = 0; i < size; i++)
            {
                double g = gradient[i] * 0.5;
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.99 * square[i] + 0.01 * g * g;
                double corrected = mean[i] / (1 - Math.Pow(0.9, step));
                double root = Math.Sqrt(square[i] / (1 - Math.Pow(0.99, step)));
                weights[i] -= 0.01 * step * (corrected / (root + 1e-8) + 0.1 * weights[i]);
            }
        }

        for (int i = 0; i < size; i++)
        {
            parameter.Values[i].ShouldBe((float)weights[i], 2e-5f);
        }
    }

    [Fact]
    public void The_first_step_has_the_size_of_the_learning_rate_and_biases_do_not_decay()
    {
        using ParameterSet parameters = new();
        Parameter matrix = parameters.Add("matrix", [1, 1], decays: true);
        Parameter bias = parameters.Add("bias", [1], decays: false);
        Parameter unused = parameters.Add("unused", [1], decays: true);
        foreach (Parameter parameter in parameters)
        {
            parameter.Values.Fill(2);
        }

        matrix.Gradient.Add([7]);
        bias.Gradient.Add([-3]);
        new AdamW(parameters, Options).Step(0.25f);
        matrix.Values[0].ShouldBe(2 - 0.25f - 0.25f * 0.1f * 2, 1e-6f);
        bias.Values[0].ShouldBe(2.25f, 1e-6f);
        unused.Values[0].ShouldBe(2);
    }

    [Fact]
    public void Rows_without_a_gradient_stay_and_the_others_change_as_a_dense_gradient_would_change_them()
    {
        using ParameterSet parameters = new();
        Parameter table = parameters.Add("table", [4, 2], decays: true);
        Parameter dense = parameters.Add("dense", [4, 2], decays: true);
        table.Values.Fill(1);
        dense.Values.Fill(1);
        AdamW optimizer = new(parameters, Options);
        for (int step = 0; step < 3; step++)
        {
            table.Gradient.AddRows([3, 1, 3], [1, 2, 3, 4, 5, 6]);
            dense.Gradient.Add([0, 0, 3, 4, 0, 0, 6, 8]);
            optimizer.Step(0.1f);
            parameters.ClearGradients();
        }

        table.Values[..2].ToArray().ShouldBe([1, 1]);
        table.Values[4..6].ToArray().ShouldBe([1, 1]);
        table.Values[2..4].ToArray().ShouldBe(dense.Values[2..4].ToArray());
        table.Values[6..8].ToArray().ShouldBe(dense.Values[6..8].ToArray());
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        float[][] results = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            using ParameterSet parameters = new();
            Parameter parameter = parameters.Add("w", [50_000], decays: true);
            SplitMix64 random = new(3);
            AdamW optimizer = new(parameters, Options, threads);
            float[] gradient = new float[50_000];
            EncoderParameters.FillNormal(gradient, 1, ref random);
            parameter.Gradient.Add(gradient);
            optimizer.Step(0.1f);
            return parameter.Values.ToArray();
        })];
        results[1].ShouldBe(results[0]);
        results[2].ShouldBe(results[0]);
    }
}
