using Aligner.Statistical.Corpora;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.Training;

/// <summary>What a trainer is told about the run, apart from its model's options.</summary>
public sealed record TrainingContext
{
    /// <summary>Degree of parallelism; never changes a result. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Bytes that the tables of word pairs and their cells may take; the rarest word pairs are pruned to keep the
    /// bound. With a bound, the text is kept in temporary files that stay mapped until the process ends. Default: no
    /// bound.
    /// </summary>
    public long MaxMemory { get; init; } = long.MaxValue;

    /// <summary>
    /// Bytes that the process may take while it trains. The tables get what the text leaves, and never more than
    /// <see cref="MaxMemory"/>. It is an estimate, not a limit that the system enforces. Default: no bound.
    /// </summary>
    public long MaxProcessMemory { get; init; } = long.MaxValue;

    /// <summary>Bytes that the process takes besides training. Default: 100 MiB, of the runtime.</summary>
    public long OtherMemory { get; init; } = 100L << 20;

    /// <summary>
    /// Called once with an estimate of the memory that training takes, before the first iteration. Default: nobody is
    /// told.
    /// </summary>
    public Action<MemoryForecast>? Forecast { get; init; }

    /// <summary>What is known before training. Default: nothing.</summary>
    public AlignmentPriors Priors { get; init; } = AlignmentPriors.None;

    /// <summary>Told after each iteration.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Cancels training between chunks of sentences.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The priors by the numbers of the corpus at hand.</summary>
    internal EncodedPriors EncodedPriors { get; init; } = EncodedPriors.None;

    internal TextStorage Storage => Math.Min(MaxMemory, MaxProcessMemory) == long.MaxValue
        ? TextStorage.Memory
        : TextStorage.TemporaryFiles;

    internal ParallelOptions ParallelOptions =>
        new() { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation };

    internal void Report(string stage, int iteration, int iterations) =>
        Progress?.Report(new TrainingProgress(stage, iteration, iterations));

    internal void Report(string stage, int iteration, int iterations, double logLikelihood, long tokens)
    {
        double bits = tokens == 0 ? 0 : -logLikelihood / Math.Log(2) / tokens;
        Progress?.Report(new TrainingProgress(stage, iteration, iterations, bits));
    }
}

/// <summary>Where training stands.</summary>
/// <param name="Stage">Which model, for example <c>hmm</c>.</param>
/// <param name="Iteration">1-based iteration of the stage.</param>
/// <param name="Iterations">Iterations of the stage.</param>
/// <param name="CrossEntropy">
/// Bits for each predicted token in this iteration; null for models that do not tell.
/// </param>
public sealed record TrainingProgress(string Stage, int Iteration, int Iterations, double? CrossEntropy = null);
