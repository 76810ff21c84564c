using System.Text.Json;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>
/// The weights of a Hugging Face folder, in one file or in several with an index: safetensors, or else what PyTorch
/// saves.
/// </summary>
internal sealed class HuggingFaceWeights : IDisposable
{
    public const string SingleFile = "model.safetensors";
    public const string IndexFile = "model.safetensors.index.json";
    public const string PyTorchSingleFile = "pytorch_model.bin";
    public const string PyTorchIndexFile = "pytorch_model.bin.index.json";

    /// <summary>Values that are converted at a time where a tensor is copied as it lies.</summary>
    private const int Chunk = 1 << 20;

    private readonly string _folder;
    private readonly List<IWeightFile> _files = [];

    private HuggingFaceWeights(string folder)
    {
        _folder = folder;
    }

    /// <summary>Whether the folder has such weights.</summary>
    public static bool AreIn(string folder) =>
        AreIn(folder, SingleFile, IndexFile) || AreIn(folder, PyTorchSingleFile, PyTorchIndexFile);

    /// <exception cref="DataException">A file is missing, damaged or truncated.</exception>
    public static HuggingFaceWeights Open(string folder)
    {
        HuggingFaceWeights weights = new(folder);
        try
        {
            bool isSafetensors = AreIn(folder, SingleFile, IndexFile);
            string single = Path.Combine(folder, isSafetensors ? SingleFile : PyTorchSingleFile);
            string index = Path.Combine(folder, isSafetensors ? IndexFile : PyTorchIndexFile);
            foreach (string path in File.Exists(single) ? [single] : Parts(folder, index))
            {
                weights._files.Add(isSafetensors ? SafetensorsFile.Open(path) : PyTorchFile.Open(path));
            }

            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <summary>Copies a weight of <paramref name="config"/> to <paramref name="target"/>.</summary>
    /// <param name="config">The encoder.</param>
    /// <param name="name">The weight as <see cref="EncoderWeights"/> calls it.</param>
    /// <param name="shape">The shape that it must have.</param>
    /// <param name="target">Where the values go.</param>
    /// <exception cref="DataException">It is missing, or of another shape or type.</exception>
    public GraphTensor Copy(EncoderConfig config, string name, IReadOnlyList<long> shape, WeightWriter target)
    {
        HuggingFaceName source = HuggingFaceNames.For(config.Family, name);
        (IWeightFile file, SafetensorsEntry entry, string found) = Find(source);
        int skipped = name == EncoderWeights.Positions ? HuggingFaceConfig.PositionOffset(config) : 0;
        long[] expected = source.IsTransposed ? [.. shape.Reverse()] : [shape[0] + skipped, .. shape.Skip(1)];
        if (!entry.Shape.SequenceEqual(expected))
        {
            throw new DataException(
                $"{file.Path}: '{found}' has shape [{string.Join(", ", entry.Shape)}], "
                + $"but config.json says [{string.Join(", ", expected)}]");
        }

        if (entry.ValueBytes == 0)
        {
            throw new DataException($"{file.Path}: '{found}' holds {entry.Type}, not F32, F16 or BF16");
        }

        target.Begin();
        if (source.IsTransposed)
        {
            float[] values = new float[entry.Count];
            file.Read(found, 0, values);
            target.Write<float>(Transpose(values, (int)shape[0], (int)shape[1]));
        }
        else
        {
            float[] values = new float[Chunk];
            for (long start = skipped * (entry.Count / expected[0]); start < entry.Count; start += Chunk)
            {
                Span<float> part = values.AsSpan(0, (int)Math.Min(Chunk, entry.Count - start));
                file.Read(found, start, part);
                target.Write<float>(part);
            }
        }

        return target.End(name, ElementType.Float, shape);
    }

    public void Dispose()
    {
        foreach (IWeightFile file in _files)
        {
            file.Dispose();
        }
    }

    private static bool AreIn(string folder, string single, string index) =>
        File.Exists(Path.Combine(folder, single)) || File.Exists(Path.Combine(folder, index));

    private static string[] Parts(string folder, string index)
    {
        try
        {
            using JsonDocument document =
                JsonDocument.Parse(RegularFile.ReadAllBytes(index, RegularFile.SettingsBound));
            string[] names =
            [
                .. document.RootElement.GetProperty("weight_map").EnumerateObject()
                    .Select(entry => PlainFileName.Require(entry.Value.GetString() ?? string.Empty, index)).Distinct(),
            ];
            return names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name))) is string missing
                ? throw new DataException($"{index}: it names {missing}, which is missing")
                : [.. names.Select(name => Path.Combine(folder, name))];
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new DataException($"{index}: it is damaged ({exception.Message})", exception);
        }
    }

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        float[] transposed = new float[values.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                transposed[row * columns + column] = values[column * rows + row];
            }
        }

        return transposed;
    }

    private (IWeightFile File, SafetensorsEntry Entry, string Name) Find(HuggingFaceName source)
    {
        foreach (string name in source.Candidates)
        {
            foreach (IWeightFile file in _files)
            {
                if (file.Find(name) is SafetensorsEntry entry)
                {
                    return (file, entry, name);
                }
            }
        }

        throw new DataException($"{_folder}: the weights have no '{source.Candidates[0]}'");
    }
}
