using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Training;

/// <summary>Remembers the progress of a training run.</summary>
internal sealed class TrainingLog : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Steps { get; } = [];

    public TrainingContext Context => new() { Threads = 1, Progress = this };

    public void Report(TrainingProgress value) => Steps.Add(value);
}
