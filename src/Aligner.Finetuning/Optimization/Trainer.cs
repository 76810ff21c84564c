using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Optimization;

/// <summary>
/// Changes a set of parameters step by step: gradients are added by one or more runs of sessions, then
/// <see cref="Apply"/> clips them, takes a step and forgets them.
/// </summary>
internal sealed class Trainer
{
    private readonly TrainerOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public Trainer(ParameterSet parameters, TrainerOptions options)
    {
        options.Validate();
        _options = options;
        Parameters = parameters;
        Optimizer = new AdamW(parameters, options.AdamW, options.Threads);
    }

    /// <summary>What it changes.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Steps taken so far.</summary>
    public long StepCount => Optimizer.StepCount;

    internal AdamW Optimizer { get; }

    /// <summary>Takes a step along the gradients added since the last one.</summary>
    /// <exception cref="NotFiniteNumberException">A gradient is infinite or no number; nothing is changed.</exception>
    public StepReport Apply()
    {
        long step = StepCount + 1;
        double norm = Parameters.GradientNorm();
        if (!double.IsFinite(norm))
        {
            throw new NotFiniteNumberException($"the gradient of step {step} is not finite", norm);
        }

        float rate = _options.Schedule.At(step);
        Optimizer.Step(rate, norm > _options.MaxGradientNorm ? (float)(_options.MaxGradientNorm / norm) : 1);
        Parameters.ClearGradients();
        return new StepReport(step, rate, norm);
    }
}
