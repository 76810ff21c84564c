using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Finetuning.Optimization;
using Aligner.Finetuning.Parameters;

namespace Aligner.Finetuning.Checkpoints;

/// <summary>
/// A file from which training goes on as if it had never stopped. Layout, little-endian: the magic number, the number
/// of steps, the random state, the notes as pairs of texts, then for each parameter that is not frozen its name, its
/// sizes, its values and the two means of AdamW; at the end the SHA-256 of all before. Texts have their length before
/// them.
/// </summary>
internal static class Checkpoint
{
    /// <summary>Steps and numbers that no training reaches: results of larger ones may not be finite.</summary>
    private const long MaxSteps = 1L << 50;

    private const float MaxValue = 1e15f;

    private static ReadOnlySpan<byte> Magic => "aligner-training-1\n"u8;

    /// <summary>Writes a checkpoint; the file appears whole or not at all, in the place of an older one.</summary>
    /// <exception cref="InvalidOperationException">There are gradients that no step has applied.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(string path, Trainer trainer, TrainingProgress progress)
    {
        if (trainer.Parameters.Any(parameter => !parameter.Gradient.IsEmpty))
        {
            throw new InvalidOperationException("a checkpoint is written after a step, not between batches");
        }

        using AtomicFile file = AtomicFile.Create(path, overwrite: true);
        using SHA256 hash = SHA256.Create();
        using (CryptoStream hashed = new(file.Stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (BinaryWriter writer = new(hashed, Encoding.UTF8))
        {
            Write(writer, trainer, progress);
        }

        file.Stream.Write(hash.Hash);
        file.Commit();
    }

    /// <summary>Reads a checkpoint into a trainer of the same parameters.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">What goes on.</param>
    /// <param name="expected">Notes that must have these values; those that the file lacks are not compared.</param>
    /// <returns>What was saved in addition to the parameters.</returns>
    /// <exception cref="DataException">
    /// It is damaged, of other parameters or with other notes; the trainer is then unchanged.
    /// </exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TrainingProgress Load(
        string path, Trainer trainer, IReadOnlyDictionary<string, string>? expected = null)
    {
        using FileStream stream = RegularFile.Open(path);
        CheckBytes(path, stream);
        stream.Position = Magic.Length;
        using BinaryReader reader = new(stream, Encoding.UTF8);
        try
        {
            return Read(path, reader, trainer, expected ?? new Dictionary<string, string>());
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new DataException($"{path}: it is damaged: {exception.Message}", exception);
        }
    }

    // A number of things that follow, of which each takes a byte at least.
    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position
            ? count
            : throw new FormatException($"it says that {count} things follow");
    }

    private static void CheckBytes(string path, FileStream stream)
    {
        Span<byte> start = stackalloc byte[Magic.Length];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || !start.SequenceEqual(Magic))
        {
            throw new DataException($"{path}: it is no training checkpoint");
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start);
        byte[] buffer = new byte[1 << 20];
        for (long rest = stream.Length - stream.Position - SHA256.HashSizeInBytes; rest > 0;)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(rest, buffer.Length));
            hash.AppendData(buffer, 0, read);
            rest = read == 0 ? 0 : rest - read;
        }

        byte[] saved = new byte[SHA256.HashSizeInBytes];
        if (stream.ReadAtLeast(saved, saved.Length, throwOnEndOfStream: false) < saved.Length
            || !hash.GetHashAndReset().AsSpan().SequenceEqual(saved))
        {
            throw new DataException($"{path}: it is damaged: its checksum does not fit");
        }
    }

    private static void Write(BinaryWriter writer, Trainer trainer, TrainingProgress progress)
    {
        writer.Write(Magic);
        writer.Write(trainer.StepCount);
        writer.Write(progress.Random);
        writer.Write(progress.Notes.Count);
        foreach ((string key, string value) in progress.Notes)
        {
            writer.Write(key);
            writer.Write(value);
        }

        writer.Write(trainer.Optimizer.States.Count);
        foreach ((Parameter parameter, _, _) in trainer.Optimizer.States)
        {
            writer.Write(parameter.Name);
            writer.Write(parameter.Shape.Count);
            foreach (long size in parameter.Shape)
            {
                writer.Write(size);
            }
        }

        foreach ((Parameter parameter, float[] mean, float[] square) in trainer.Optimizer.States)
        {
            writer.Write(MemoryMarshal.AsBytes(parameter.Values));
            writer.Write(MemoryMarshal.AsBytes<float>(mean));
            writer.Write(MemoryMarshal.AsBytes<float>(square));
        }
    }

    private static TrainingProgress Read(
        string path, BinaryReader reader, Trainer trainer, IReadOnlyDictionary<string, string> expected)
    {
        long steps = reader.ReadInt64();
        if (steps is < 0 or > MaxSteps)
        {
            throw new FormatException($"it says that {steps} steps were taken");
        }

        ulong random = reader.ReadUInt64();
        Dictionary<string, string> notes = [];
        for (int count = ReadCount(reader); count > 0; count--)
        {
            notes.Add(reader.ReadString(), reader.ReadString());
        }

        CheckNotes(path, notes, expected);
        CheckParameters(path, reader, trainer.Optimizer.States.Select(state => state.Parameter));
        long wanted = trainer.Optimizer.States.Sum(state => 3L * sizeof(float) * state.Parameter.Values.Length);
        if (reader.BaseStream.Length - reader.BaseStream.Position != wanted + SHA256.HashSizeInBytes)
        {
            throw new FormatException($"its values do not take {wanted} bytes");
        }

        long start = reader.BaseStream.Position;
        foreach ((Parameter parameter, float[] mean, float[] square) in trainer.Optimizer.States)
        {
            CheckValues(reader.BaseStream, parameter.Values.Length + mean.Length, -MaxValue);
            CheckValues(reader.BaseStream, square.Length, 0);
        }

        reader.BaseStream.Position = start;
        foreach ((Parameter parameter, float[] mean, float[] square) in trainer.Optimizer.States)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(parameter.Values));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(mean.AsSpan()));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(square.AsSpan()));
        }

        trainer.Optimizer.StepCount = steps;
        trainer.Parameters.ClearGradients();
        return new TrainingProgress(random, notes);
    }

    /// <summary>Reads numbers, before any is believed.</summary>
    private static void CheckValues(Stream stream, long count, float least)
    {
        float[] values = new float[Math.Min(count, 1 << 16)];
        for (; count > 0; count -= values.Length)
        {
            Span<float> next = values.AsSpan(0, (int)Math.Min(count, values.Length));
            stream.ReadExactly(MemoryMarshal.AsBytes(next));

            // Of numbers with a NaN among them, both are NaN.
            if (!(TensorPrimitives.Min<float>(next) >= least && TensorPrimitives.Max<float>(next) <= MaxValue))
            {
                throw new FormatException("a weight or a mean is too large or not finite");
            }
        }
    }

    private static void CheckNotes(
        string path, Dictionary<string, string> saved, IReadOnlyDictionary<string, string> expected)
    {
        string[] differences = [.. expected
            .Where(note => saved.TryGetValue(note.Key, out string? value) && value != note.Value)
            .Select(note => $"{note.Key} was {saved[note.Key]} and is now {note.Value}")];
        if (differences.Length > 0)
        {
            throw new DataException($"{path}: it is of another training: {string.Join("; ", differences)}");
        }
    }

    private static void CheckParameters(string path, BinaryReader reader, IEnumerable<Parameter> parameters)
    {
        int count = ReadCount(reader);
        string[] saved = new string[count];
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            long[] shape = new long[ReadCount(reader)];
            for (int axis = 0; axis < shape.Length; axis++)
            {
                shape[axis] = reader.ReadInt64();
            }

            saved[i] = Describe(name, shape);
        }

        string[] wanted = [.. parameters.Select(parameter => Describe(parameter.Name, parameter.Shape))];
        string? missing = wanted.Except(saved).FirstOrDefault();
        string? unknown = saved.Except(wanted).FirstOrDefault();
        if (!saved.SequenceEqual(wanted))
        {
            string difference = (unknown, missing) switch
            {
                (null, null) => "it has the parameters in another order",
                (null, _) => $"it lacks {missing}",
                (_, null) => $"it has {unknown}, which is not wanted",
                _ => $"it has {unknown}, but not {missing}",
            };
            throw new DataException($"{path}: it is of another model: {difference}");
        }
    }

    private static string Describe(string name, IEnumerable<long> shape) => $"'{name}' [{string.Join(", ", shape)}]";
}
