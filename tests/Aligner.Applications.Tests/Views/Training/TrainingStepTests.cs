using Aligner.Applications.Views.Training;
using Aligner.Core;

namespace Aligner.Applications.Tests.Views.Training;

public sealed class TrainingStepTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_log_is_read_as_it_was_written()
    {
        TrainingStep[] steps = [new(1, 2.5, 10), new(500, 0.75, 12.5, 0.125)];
        string path = _folder.Write("log", string.Concat(steps.Select(step => step.ToJson() + "\n")));
        File.ReadLines(path).ShouldBe(
        [
            """{"step":1,"loss":2.5,"pairs_per_second":10}""",
            """{"step":500,"loss":0.75,"pairs_per_second":12.5,"dev_aer":0.125}""",
        ]);
        TrainingStep.ReadAll(path).ShouldBe(steps);
    }

    [Theory]
    [InlineData("{\"step\":1}")]
    [InlineData("{\"step\":0,\"loss\":1}")]
    [InlineData("{\"step\":1,\"loss\":1e999}")]
    [InlineData("{\"step\":1,\"loss\":1,\"pairs_per_second\":1e999}")]
    [InlineData("{\"step\":1,\"loss\":1,\"dev_aer\":2}")]
    [InlineData("null")]
    [InlineData("step 1")]
    [InlineData("")]
    public void What_is_no_step_is_refused_with_its_line(string line)
    {
        string path = _folder.Write("log", new TrainingStep(1, 1, 1).ToJson() + "\n" + line + "\n");
        Should.Throw<DataException>(() => TrainingStep.ReadAll(path)).Message.ShouldStartWith($"{path}:2:");
    }

    public void Dispose() => _folder.Dispose();
}
