using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Aligner.Core;
using Aligner.Finetuning.Checkpoints;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;
using Aligner.Finetuning.Sessions;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests.Checkpoints;

public sealed class CheckpointTests : RuntimeTests, IDisposable
{
    private static readonly TrainerOptions Options = new()
    {
        Schedule = new LearningRateSchedule { Peak = 0.01f, WarmUpSteps = 2, TotalSteps = 8 },
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_resumed_run_ends_with_the_same_bytes_whatever_the_threads()
    {
        string path = _folder.Path("checkpoint");
        byte[] whole = Run(0, 6, threads: 1, seed: 5, null, null);
        Run(0, 3, threads: 2, seed: 5, null, path);
        byte[] resumed = Run(3, 6, threads: 2, seed: 99, path, null);
        resumed.ShouldBe(whole);
    }

    [Fact]
    public void Notes_and_random_state_come_back()
    {
        string path = Save("w", 2);
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        TrainingProgress progress = Checkpoint.Load(path, trainer);
        progress.Random.ShouldBe(7ul);
        progress.Notes.ShouldBe(new Dictionary<string, string> { ["line"] = "123", ["name"] = "ä" });
        trainer.StepCount.ShouldBe(1);
        parameters["w"].Values[1].ShouldNotBe(0);
    }

    [Fact]
    public void What_is_damaged_or_of_another_model_is_refused()
    {
        string path = Save("w", 2);
        byte[] bytes = File.ReadAllBytes(path);
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        void Refuse(byte[] content, string message)
        {
            File.WriteAllBytes(path, content);
            Should.Throw<DataException>(() => Checkpoint.Load(path, trainer)).Message.ShouldContain(message);
        }

        Refuse([], "no training checkpoint");
        Refuse(bytes[..20], "damaged");
        Refuse(bytes[..^1], "damaged");
        Refuse([.. bytes[..^50], (byte)(bytes[^50] ^ 1), .. bytes[^49..]], "damaged");
        trainer.StepCount.ShouldBe(0);
        using ParameterSet others = new();
        string other = Save("v", 3);
        Should.Throw<DataException>(() => Checkpoint.Load(other, trainer))
            .Message.ShouldContain("it has 'v' [3], but not 'w' [2]");
        using ParameterSet more = new();
        more.Add("w", [2], decays: true);
        Trainer larger = Make(more, "v", 3);
        Should.Throw<DataException>(() => Checkpoint.Load(other, larger)).Message.ShouldEndWith("it lacks 'w' [2]");
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused_although_the_checksum_fits()
    {
        string path = Save("w", 2);
        byte[] bytes = File.ReadAllBytes(path)[..^SHA256.HashSizeInBytes];
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        for (int place = "aligner-training-1\n".Length + 16; place < bytes.Length - 24; place++)
        {
            foreach (byte value in new byte[] { 0x7F, 0xFF })
            {
                byte[] changed = [.. bytes];
                changed[place] = value;
                File.WriteAllBytes(path, [.. changed, .. SHA256.HashData(changed)]);
                try
                {
                    Checkpoint.Load(path, trainer);
                }
                catch (DataException exception)
                {
                    exception.Message.ShouldStartWith(path);
                }
            }
        }

        File.WriteAllBytes(path, [.. bytes, 1, .. SHA256.HashData([.. bytes, 1])]);
        Should.Throw<DataException>(() => Checkpoint.Load(path, trainer)).Message.ShouldContain("damaged");
    }

    /// <summary>The numbers of a parameter of two: values, means, and means of squares, at the end.</summary>
    [Theory]
    [InlineData(0, float.NaN)]
    [InlineData(1, float.PositiveInfinity)]
    [InlineData(3, 1e30f)]
    [InlineData(4, -1)]
    [InlineData(5, float.NaN)]
    public void Numbers_that_no_training_has_are_refused_before_anything_is_changed(int place, float number)
    {
        string path = Save("w", 2);
        byte[] bytes = File.ReadAllBytes(path)[..^SHA256.HashSizeInBytes];
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - ((6 - place) * sizeof(float))), number).ShouldBeTrue();
        ShouldBeRefused(path, bytes);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    public void Steps_that_cannot_have_been_taken_are_refused(long steps)
    {
        string path = Save("w", 2);
        byte[] bytes = File.ReadAllBytes(path)[..^SHA256.HashSizeInBytes];
        BitConverter.TryWriteBytes(bytes.AsSpan("aligner-training-1\n".Length), steps).ShouldBeTrue();
        ShouldBeRefused(path, bytes);
    }

    [Fact]
    public void Other_notes_are_refused_but_not_missing_ones()
    {
        string path = Save("w", 2);
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        Dictionary<string, string> expected = new() { ["line"] = "7", ["name"] = "ä", ["seed"] = "1" };
        Should.Throw<DataException>(() => Checkpoint.Load(path, trainer, expected))
            .Message.ShouldEndWith("it is of another training: line was 123 and is now 7");
        (trainer.StepCount, parameters["w"].Values[1]).ShouldBe((0, 0));
        expected["line"] = "123";
        Checkpoint.Load(path, trainer, expected);
        trainer.StepCount.ShouldBe(1);
    }

    [Fact]
    public void Gradients_must_be_applied_before()
    {
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        parameters["w"].Gradient.Add([1, 2]);
        TrainingProgress progress = new(0, new Dictionary<string, string>());
        Should.Throw<InvalidOperationException>(() => Checkpoint.Save(_folder.Path("c"), trainer, progress));
        _folder.FileNames.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static void ShouldBeRefused(string path, byte[] content)
    {
        File.WriteAllBytes(path, [.. content, .. SHA256.HashData(content)]);
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, "w", 2);
        Should.Throw<DataException>(() => Checkpoint.Load(path, trainer)).Message.ShouldContain("damaged");
        trainer.StepCount.ShouldBe(0);
        parameters["w"].Values.ToArray().ShouldBe([0, 0]);
    }

    private static Trainer Make(ParameterSet parameters, string name, int size)
    {
        parameters.Add(name, [size], decays: true);
        return new Trainer(parameters, Options);
    }

    private string Save(string name, int size)
    {
        using ParameterSet parameters = new();
        Trainer trainer = Make(parameters, name, size);
        parameters[name].Gradient.Add([.. Enumerable.Range(1, size).Select(i => (float)i)]);
        trainer.Apply();
        string path = _folder.Path(name);
        Checkpoint.Save(
            path,
            trainer,
            new TrainingProgress(7, new Dictionary<string, string> { ["line"] = "123", ["name"] = "ä" }));
        return path;
    }

    private static byte[] Run(int first, int last, int threads, ulong seed, string? load, string? save)
    {
        using TinyEncoder encoder = new(seed);
        Trainer trainer = new(encoder.Parameters, Options with { Threads = threads });
        using GradientSession session = new(
            encoder.Graph(), TinyEncoder.Loss, encoder.Parameters, new SessionSettings { Threads = threads });
        if (load is not null)
        {
            encoder.Random = Checkpoint.Load(load, trainer).Random;
        }

        for (int step = first; step < last; step++)
        {
            session.Run(encoder.NextBatch(), 0.5f);
            session.Run(encoder.NextBatch(), 0.5f);
            trainer.Apply();
        }

        if (save is not null)
        {
            Checkpoint.Save(save, trainer, new TrainingProgress(encoder.Random, new Dictionary<string, string>()));
        }

        return [.. encoder.Parameters.SelectMany(parameter => MemoryMarshal.AsBytes(parameter.Values).ToArray())];
    }
}
