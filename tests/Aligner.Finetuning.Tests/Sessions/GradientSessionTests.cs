using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Finetuning.Tests.Gradients;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests.Sessions;

public sealed class GradientSessionTests : RuntimeTests, IDisposable
{
    private static readonly SessionSettings OneThread = new() { Threads = 1 };

    private readonly TinyEncoder _encoder = new(seed: 5);

    [Fact]
    public void Gradients_of_an_encoder_agree_with_finite_differences()
    {
        using GradientSession session = new(_encoder.Graph(), TinyEncoder.Loss, _encoder.Parameters, OneThread);
        using ForwardSession forward = new(_encoder.Graph(), [TinyEncoder.Loss], _encoder.Parameters, OneThread);
        NamedTensor[] batch = _encoder.NextBatch();
        float loss = session.Run(batch);
        Loss(forward, batch).ShouldBe(loss, 1e-6f);
        foreach (Parameter parameter in _encoder.Parameters)
        {
            // The slope along the gradient is its norm: the largest that there is, so that rounding matters least.
            float[] gradient = GradientCheck.Dense(parameter);
            double norm = Math.Sqrt(gradient.Sum(value => (double)value * value));
            if (parameter.Name.EndsWith("key/bias", StringComparison.Ordinal))
            {
                norm.ShouldBe(0, 1e-6, "a shift of all scores of a query changes nothing");
                continue;
            }

            double slope = Slope(parameter, [.. gradient.Select(value => value / norm)], () => Loss(forward, batch));
            slope.ShouldBe(norm, 1e-3 * norm, parameter.Name);
        }
    }

    [Fact]
    public void Batches_add_up_by_their_weights()
    {
        using GradientSession session = new(_encoder.Graph(), TinyEncoder.Loss, _encoder.Parameters, OneThread);
        NamedTensor[] first = _encoder.NextBatch(), second = _encoder.NextBatch();
        float[][] Run(params (NamedTensor[] Batch, float Weight)[] runs)
        {
            _encoder.Parameters.ClearGradients();
            Array.ForEach(runs, run => session.Run(run.Batch, run.Weight));
            return [.. _encoder.Parameters.Select(GradientCheck.Dense)];
        }

        float[][] one = Run((first, 1)), two = Run((second, 1)), both = Run((first, 0.25f), (second, 0.75f));
        for (int p = 0; p < both.Length; p++)
        {
            for (int i = 0; i < both[p].Length; i++)
            {
                both[p][i].ShouldBe(0.25f * one[p][i] + 0.75f * two[p][i], 1e-6f);
            }
        }
    }

    [Fact]
    public void Weights_outside_the_set_stay_in_the_graph()
    {
        using ParameterSet some = new();
        using WeightReader weights = new(folder: string.Empty);
        Parameter bias = some.Add(_encoder.Parameters["layers/1/output/bias"].ToConstant(), decays: false, weights);
        some.Add("elsewhere", [1], decays: false);
        using GradientSession all = new(_encoder.Graph(), TinyEncoder.Loss, _encoder.Parameters, OneThread);
        using GradientSession one = new(_encoder.Graph(), TinyEncoder.Loss, some, OneThread);
        NamedTensor[] batch = _encoder.NextBatch();
        one.Run(batch).ShouldBe(all.Run(batch), 1e-6f);
        bias.Gradient.Values.ToArray()
            .ShouldBe(_encoder.Parameters["layers/1/output/bias"].Gradient.Values.ToArray(), 1e-6);
        some["elsewhere"].Gradient.IsEmpty.ShouldBeTrue();
        one.Inputs.Select(input => input.Name).ShouldBe(
            [EncoderGraph.InputIds, EncoderGraph.TokenTypeIds, EncoderGraph.AttentionMask, "places", "labels"],
            ignoreOrder: true);
    }

    [Fact]
    public void Steps_on_one_batch_learn_it()
    {
        using GradientSession session = new(_encoder.Graph(), TinyEncoder.Loss, _encoder.Parameters, OneThread);
        Trainer trainer = new(_encoder.Parameters, new TrainerOptions
        {
            Schedule = new LearningRateSchedule { Peak = 0.02f, WarmUpSteps = 5, TotalSteps = 60 },
        });
        NamedTensor[] batch = _encoder.NextBatch();
        float first = session.Run(batch), last = first;
        for (int step = 0; step < 60; step++)
        {
            trainer.Apply();
            last = session.Run(batch);
        }

        // One place comes twice with two labels, so that the best loss is 2/5 ln 2.
        first.ShouldBeGreaterThan(2);
        last.ShouldBeInRange(0.277f, 0.3f);
    }

    [Fact]
    public void A_cancelled_run_adds_nothing()
    {
        using GradientSession session = new(_encoder.Graph(), TinyEncoder.Loss, _encoder.Parameters, OneThread);
        Should.Throw<OperationCanceledException>(
            () => session.Run(_encoder.NextBatch(), 1, new CancellationToken(canceled: true)));
        _encoder.Parameters.All(parameter => parameter.Gradient.IsEmpty).ShouldBeTrue();
    }

    public void Dispose() => _encoder.Dispose();

    private static float Loss(ForwardSession session, NamedTensor[] batch)
    {
        using Tensor loss = session.Run(batch)[0];
        return loss.Values<float>()[0];
    }

    private static double Slope(Parameter parameter, double[] direction, Func<double> loss)
    {
        const double Step = 0.02;
        float[] values = parameter.Values.ToArray();
        double At(double step)
        {
            for (int i = 0; i < values.Length; i++)
            {
                parameter.Values[i] = (float)(values[i] + step * direction[i]);
            }

            return loss();
        }

        double slope = (8 * (At(Step) - At(-Step)) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
        values.CopyTo(parameter.Values);
        return slope;
    }
}
