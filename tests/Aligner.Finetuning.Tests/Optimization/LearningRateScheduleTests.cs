using Aligner.Finetuning.Optimization;

namespace Aligner.Finetuning.Tests.Optimization;

public sealed class LearningRateScheduleTests
{
    [Theory]
    [InlineData(DecayShape.Linear, 1, 0.1)]
    [InlineData(DecayShape.Linear, 10, 1)]
    [InlineData(DecayShape.Linear, 60, 0.6)]
    [InlineData(DecayShape.Linear, 109, 0.208)]
    [InlineData(DecayShape.Linear, 110, 0.2)]
    [InlineData(DecayShape.Linear, 500, 0.2)]
    [InlineData(DecayShape.Cosine, 5, 0.5)]
    [InlineData(DecayShape.Cosine, 35, 0.8828427)]
    [InlineData(DecayShape.Cosine, 60, 0.6)]
    [InlineData(DecayShape.Cosine, 110, 0.2)]
    [InlineData(DecayShape.InverseSquareRoot, 10, 1)]
    [InlineData(DecayShape.InverseSquareRoot, 40, 0.5)]
    [InlineData(DecayShape.InverseSquareRoot, 100_000, 0.2)]
    [InlineData(DecayShape.Constant, 9, 0.9)]
    [InlineData(DecayShape.Constant, 1000, 1)]
    public void The_rate_rises_to_the_peak_and_falls_to_the_floor(DecayShape decay, long step, double share)
    {
        LearningRateSchedule schedule =
            new() { Peak = 2, WarmUpSteps = 10, TotalSteps = 109, Decay = decay, Floor = 0.2f };
        schedule.Validate();
        schedule.At(step).ShouldBe((float)(2 * share), 1e-5f);
    }

    [Theory]
    [InlineData(0, 10, 1, 1)]
    [InlineData(0, 10, 2, 0.9)]
    [InlineData(0, 10, 10, 0.1)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 10, 2, 0.9)]
    [InlineData(6, 10, 7, 0.8)]
    [InlineData(6, 10, 10, 0.2)]
    [InlineData(10, 10, 10, 1)]
    public void Every_step_from_the_first_to_the_last_learns(long warmUp, long total, long step, double share)
    {
        LearningRateSchedule schedule = new() { Peak = 1, WarmUpSteps = warmUp, TotalSteps = total };
        schedule.Validate();
        schedule.At(step).ShouldBe((float)share, 1e-6f);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        LearningRateSchedule schedule = new() { TotalSteps = 10 };
        schedule.Validate();
        Should.Throw<ArgumentOutOfRangeException>((schedule with { Peak = 0 }).Validate);
        Should.Throw<ArgumentOutOfRangeException>((schedule with { WarmUpSteps = 11 }).Validate);
        Should.Throw<ArgumentOutOfRangeException>((schedule with { Floor = float.NaN }).Validate);
        Should.Throw<ArgumentOutOfRangeException>((new AdamWOptions { Beta1 = 1 }).Validate);
        Should.Throw<ArgumentOutOfRangeException>(
            new TrainerOptions { Schedule = schedule, MaxGradientNorm = 0 }.Validate);
    }
}
