using System.Diagnostics;
using Aligner.Applications.Views.Training;
using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Finetuning.Encoders;
using Aligner.Neural.Models;

namespace Aligner.Cli.Finetuning;

/// <summary>Trains to the last step; writes and measures what was learned now and then.</summary>
/// <param name="trainer">What is trained, perhaps gone on from a checkpoint.</param>
/// <param name="outputs">What is written.</param>
/// <param name="measure">The error rate of a model; null where nothing is known.</param>
/// <param name="log">Where what was learned is written down too; null for nowhere.</param>
/// <param name="context">Messages and cancellation.</param>
internal sealed class TrainingLoop(
    EncoderTrainer trainer,
    TrainingOutputs outputs,
    Func<ModelFolder, double?> measure,
    TrainingLog? log,
    CommandContext context)
{
    private long _saved = trainer.StepCount;

    /// <summary>Runs until so many steps are taken in all; interrupted, it keeps a checkpoint only.</summary>
    /// <param name="steps">The last step. The model is written also if it was taken before.</param>
    /// <param name="every">Steps between two writes.</param>
    /// <param name="progress">Told after each step; null for no progress.</param>
    /// <exception cref="DataException">Training diverged.</exception>
    public void Run(int steps, int every, IProgress<ProgressStep>? progress)
    {
        if (trainer.StepCount >= steps)
        {
            Report("nothing left to learn", measure(Write()));
        }

        try
        {
            Train(steps, every, progress);
        }
        catch (OperationCanceledException) when (trainer.StepCount > _saved)
        {
            Save();
            throw;
        }
        catch (NotFiniteNumberException exception)
        {
            throw new DataException(
                $"training diverged: {exception.Message}; a lower --learning-rate may help", exception);
        }
    }

    private void Train(int steps, int every, IProgress<ProgressStep>? progress)
    {
        long began = Stopwatch.GetTimestamp(), pairs = 0, first = trainer.StepCount + 1;
        double loss = 0;
        int taken = 0;
        while (trainer.StepCount < steps)
        {
            EncoderStep step = trainer.Step(context.Cancellation);
            (loss, pairs, taken) = (loss + step.Loss, pairs + step.Pairs, taken + 1);
            progress?.Report(new ProgressStep("training the encoder", trainer.StepCount, steps));
            bool isWritten = trainer.StepCount % every == 0 || trainer.StepCount == steps;
            if (isWritten || trainer.StepCount == first)
            {
                double rate = pairs / Stopwatch.GetElapsedTime(began).TotalSeconds;
                double? error = isWritten ? measure(Write()) : null;
                log?.Write(new TrainingStep(trainer.StepCount, loss / taken, rate, error));
                Report(FormattableString.Invariant($"loss {loss / taken:0.0000}, {rate:0} pairs/s"), error);
                (loss, pairs, taken, began) = (0, 0, 0, Stopwatch.GetTimestamp());
            }
        }
    }

    private void Report(string learned, double? error)
    {
        string message = $"step {trainer.StepCount}: {learned}";
        if (error is { } known)
        {
            context.Messages.Note(message + FormattableString.Invariant($", dev AER {100 * known:0.0}"));
        }
        else
        {
            context.Messages.Detail(message);
        }
    }

    private ModelFolder Write()
    {
        Save();
        return trainer.Write(outputs.Model, outputs.TokenizerFolder);
    }

    private void Save()
    {
        if (outputs.Checkpoint is not null)
        {
            trainer.Save(outputs.Checkpoint);
            _saved = trainer.StepCount;
        }
    }
}

/// <summary>What a training writes.</summary>
/// <param name="Model">The model folder.</param>
/// <param name="TokenizerFolder">Where the files of its tokenizer are.</param>
/// <param name="Checkpoint">The checkpoint, or null for none.</param>
internal sealed record TrainingOutputs(string Model, string TokenizerFolder, string? Checkpoint);
