using Aligner.Finetuning.Checkpoints;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;

namespace Aligner.Fuzzing.Targets;

/// <summary>A checkpoint of two small parameters is loaded, and training goes on.</summary>
internal static class CheckpointUses
{
    private static readonly TrainerOptions Options = new()
    {
        Schedule = new LearningRateSchedule { Peak = 0.01f, WarmUpSteps = 2, TotalSteps = 8 },
        Threads = 1,
    };

    public static IReadOnlyList<byte[]> Seeds(Workplace place)
    {
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters);
        Step(trainer);
        string path = place.PathOf("checkpoint");
        Checkpoint.Save(path, trainer, new TrainingProgress(7, new Dictionary<string, string> { ["line"] = "123" }));
        return [File.ReadAllBytes(path)];
    }

    public static void Resume(byte[] bytes, Workplace place)
    {
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters);
        Checkpoint.Load(
            place.Write("changed", bytes), trainer, new Dictionary<string, string> { ["line"] = "123" });
        Step(trainer);
        foreach (Parameter parameter in parameters)
        {
            foreach (float value in parameter.Values)
            {
                Finite.Require(value);
            }
        }
    }

    private static Trainer Make(ParameterSet parameters)
    {
        parameters.Add("w", [2, 3], decays: true);
        parameters.Add("b", [2], decays: false);
        return new Trainer(parameters, Options);
    }

    private static void Step(Trainer trainer)
    {
        foreach (Parameter parameter in trainer.Parameters)
        {
            parameter.Gradient.Add(new float[parameter.Values.Length]);
        }

        Finite.Require(trainer.Apply().LearningRate);
    }
}
