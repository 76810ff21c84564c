using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Tests.Optimization;

public sealed class TrainerTests : RuntimeTests, IDisposable
{
    private readonly ParameterSet _parameters = new();

    [Fact]
    public void Gradients_are_clipped_together()
    {
        Parameter first = _parameters.Add("first", [2], decays: false);
        Parameter second = _parameters.Add("second", [3, 1], decays: false);

        // With an epsilon this large, the change is nearly rate × gradient / epsilon.
        Trainer trainer = new(_parameters, new TrainerOptions
        {
            Schedule = new LearningRateSchedule { Peak = 1, Decay = DecayShape.Constant },
            AdamW = new AdamWOptions { Epsilon = 1e6f, WeightDecay = 0 },
            MaxGradientNorm = 6.5,
        });
        first.Gradient.Add([3, 0]);
        second.Gradient.AddRows([1, 2, 1], [4, 12, 0]);
        StepReport report = trainer.Apply();
        report.ShouldBe(new StepReport(1, 1, 13));
        first.Values[0].ShouldBe(-1.5e-6f, 1e-10f);
        second.Values[1].ShouldBe(-2e-6f, 1e-10f);
        second.Values[2].ShouldBe(-6e-6f, 1e-10f);
        _parameters.All(parameter => parameter.Gradient.IsEmpty).ShouldBeTrue();
    }

    [Fact]
    public void A_gradient_that_is_no_number_changes_nothing()
    {
        Parameter parameter = _parameters.Add("w", [1], decays: true);
        Trainer trainer = new(
            _parameters, new TrainerOptions { Schedule = new LearningRateSchedule { TotalSteps = 5 } });
        parameter.Gradient.Add([float.NaN]);
        Should.Throw<NotFiniteNumberException>(() => trainer.Apply()).Message.ShouldContain("step 1");
        parameter.Values[0].ShouldBe(0);
        trainer.StepCount.ShouldBe(0);
    }

    public void Dispose() => _parameters.Dispose();
}
