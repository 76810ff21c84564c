using Aligner.Core;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Aligner.Neural.Encoders;

/// <summary>
/// A loaded model that gives numbers for every piece of a batch: hidden states of a layer, or the output of its head.
/// Several threads may use it at once.
/// </summary>
public sealed class Encoder : IDisposable
{
    private readonly OnnxSession _session;
    private readonly string _output;
    private readonly string _name;

    private Encoder(ModelFolder folder, OnnxSession session, string output, int width)
    {
        _session = session;
        _output = output;
        _name = folder.Path;
        Config = folder.Manifest.Encoder;
        Width = width;
    }

    /// <summary>The shape of the model.</summary>
    public EncoderConfig Config { get; }

    /// <summary>Numbers for each piece: the hidden size, or the labels of the head.</summary>
    public int Width { get; }

    /// <summary>Loads the part of a model that the wanted output needs.</summary>
    /// <exception cref="DataException">The folder is damaged, or the model has no such layer or no head.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime is missing or refuses the model.</exception>
    public static Encoder Load(string path, EncoderOptions options) => Load(ModelFolder.Open(path), options);

    /// <inheritdoc cref="Load(string, EncoderOptions)" />
    public static Encoder Load(ModelFolder folder, EncoderOptions options)
    {
        ModelManifest manifest = folder.Manifest;
        string output = options.Head
            ? HeadOutput(folder)
            : HiddenOutput(folder, options.Layer ?? manifest.DefaultLayer);
        int outputs = manifest.HiddenStates.Count + (manifest.Encoder.Head == HeadKind.None ? 0 : 1);
        SessionSettings settings = options.Session with { ReducedRange = manifest.ReducedRange };
        // Read in any case: what this reader does not know, such as a loop, might never end.
        OnnxGraph graph = OnnxReader.ReadFile(folder.GraphPath);
        if (graph.Outputs.All(value => value.Name != output))
        {
            throw new DataException($"{folder.GraphPath}: it has no output {Excerpt.Quote(output)}");
        }

        OnnxSession session = outputs == 1 && !LinkedWeights.AreIn(folder)
            ? new OnnxSession(folder.GraphPath, settings)
            : Cut(graph.CutTo(output), folder, settings);
        int width = options.Head ? manifest.Encoder.Labels : manifest.Encoder.HiddenSize;
        return new Encoder(folder, session, output, width);
    }

    /// <summary>Encodes a batch of pieces.</summary>
    /// <param name="ids">Piece ids with the special ones, [batch, length], short rows filled with anything.</param>
    /// <param name="lengths">The number of pieces of each row, at least 1.</param>
    /// <param name="result">[batch, length, <see cref="Width"/>]; what belongs to no piece is arbitrary.</param>
    /// <param name="types">The segment of each piece, [batch, length]; all 0 if empty.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="DataException">
    /// A row is too long for the model, an id is not in its vocabulary, or the model gives values that are not finite.
    /// </exception>
    public void Encode(
        ReadOnlySpan<int> ids,
        ReadOnlySpan<int> lengths,
        Memory<float> result,
        ReadOnlySpan<int> types = default,
        CancellationToken cancellation = default)
    {
        if (lengths.IsEmpty)
        {
            return;
        }

        int batch = lengths.Length;
        int length = ids.Length / batch;
        CheckLength(length);
        long[] inputs = new long[batch * length];
        long[] mask = new long[batch * length];
        for (int row = 0; row < batch; row++)
        {
            ReadOnlySpan<int> pieces = ids.Slice(row * length, lengths[row]);
            CheckIds(pieces);
            Span<long> target = inputs.AsSpan(row * length, length);
            target.Fill(Config.PadId);
            Widen(pieces, target);
            mask.AsSpan(row * length, lengths[row]).Fill(1);
        }

        long[] segments = new long[Config.HasTokenTypeInput ? batch * length : 0];
        Widen(types[..Math.Min(types.Length, segments.Length)], segments);
        Run(batch, length, inputs, mask, segments, result, cancellation);
        CheckValues(result.Span, lengths, length * Width);
    }

    public void Dispose() => _session.Dispose();

    private static OnnxSession Cut(OnnxGraph part, ModelFolder folder, SessionSettings settings)
    {
        (OnnxGraph graph, string weights) = LinkedWeights.Follow(part, folder.Path);
        return new OnnxSession(OnnxWriter.Write(graph), settings with { ExternalDataFolder = weights });
    }

    private static string HiddenOutput(ModelFolder folder, int layer) =>
        folder.Manifest.HiddenStates.TryGetValue(layer, out string? output)
            ? output
            : throw new DataException(
                $"{folder.Path}: the model does not give layer {layer}, but "
                + string.Join(", ", folder.Manifest.HiddenStates.Keys.Order()));

    private static string HeadOutput(ModelFolder folder) => folder.Manifest.Encoder.Head != HeadKind.None
        ? EncoderGraph.Logits
        : throw new DataException($"{folder.Path}: the model has no head, only hidden states");

    private static void Widen(ReadOnlySpan<int> numbers, Span<long> target)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            target[i] = numbers[i];
        }
    }

    private void Run(
        int batch,
        int length,
        long[] inputs,
        long[] mask,
        long[] segments,
        Memory<float> result,
        CancellationToken cancellation)
    {
        using Tensor idTensor = Tensor.Over<long>(inputs, batch, length);
        using Tensor maskTensor = Tensor.Over<long>(mask, batch, length);
        using Tensor? typeTensor = segments.Length > 0 ? Tensor.Over<long>(segments, batch, length) : null;
        using Tensor output = Tensor.Over(result, batch, length, Width);
        List<NamedTensor> named =
            [new(EncoderGraph.InputIds, idTensor), new(EncoderGraph.AttentionMask, maskTensor)];
        if (typeTensor is not null)
        {
            named.Add(new NamedTensor(EncoderGraph.TokenTypeIds, typeTensor));
        }

        _session.Run(named, [new NamedTensor(_output, output)], cancellation);
    }

    private void CheckLength(int length)
    {
        if (length > Config.MaxLength)
        {
            throw new DataException(
                $"{_name}: a sentence has {length} pieces, more than the {Config.MaxLength} that the model takes");
        }
    }

    private void CheckValues(ReadOnlySpan<float> result, ReadOnlySpan<int> lengths, int stride)
    {
        for (int row = 0; row < lengths.Length; row++)
        {
            if (!TensorPrimitives.IsFiniteAll(result.Slice(row * stride, lengths[row] * Width)))
            {
                throw new DataException(
                $"{_name}: the model gives values that are not finite: its weights are damaged");
            }
        }
    }

    private void CheckIds(ReadOnlySpan<int> pieces)
    {
        foreach (int id in pieces)
        {
            if ((uint)id >= (uint)Config.VocabularySize)
            {
                throw new DataException(
                    $"{_name}: piece {id} is outside the vocabulary of {Config.VocabularySize}: "
                    + "the tokenizer is another model's");
            }
        }
    }
}
