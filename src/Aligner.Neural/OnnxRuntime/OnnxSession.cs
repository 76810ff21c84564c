using Ort = Microsoft.ML.OnnxRuntime;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>A loaded model. Several threads may run it at once.</summary>
public sealed class OnnxSession : IDisposable
{
    private readonly Ort.InferenceSession _session;
    private bool _isGone;

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The <c>.onnx</c> file; its external data lies beside it.</param>
    /// <param name="settings">How to run it; <see langword="null"/> for the defaults.</param>
    /// <exception cref="OnnxRuntimeException">The model is missing, damaged or uses something unknown.</exception>
    public OnnxSession(string path, SessionSettings? settings = null)
        : this(options => new Ort.InferenceSession(path, options), settings)
    {
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of an <c>.onnx</c> file; not used after this call.</param>
    /// <inheritdoc cref="OnnxSession(string, SessionSettings?)" />
    public OnnxSession(byte[] model, SessionSettings? settings = null)
        : this(options => new Ort.InferenceSession(model, options), settings)
    {
    }

    private OnnxSession(Func<Ort.SessionOptions, Ort.InferenceSession> open, SessionSettings? settings)
    {
        _session = OnnxRuntimeException.Translate(() =>
        {
            using Ort.SessionOptions options = SessionOptionsBuilder.Build(settings ?? new SessionSettings());
            return open(options);
        });
        Inputs = [.. _session.InputNames.Select(name => Info(name, _session.InputMetadata[name]))];
        Outputs = [.. _session.OutputNames.Select(name => Info(name, _session.OutputMetadata[name]))];
    }

    /// <summary>What a run needs.</summary>
    public IReadOnlyList<TensorInfo> Inputs { get; }

    /// <summary>What a run can give.</summary>
    public IReadOnlyList<TensorInfo> Outputs { get; }

    /// <summary>Runs the model; the outputs lie in memory of the runtime.</summary>
    /// <param name="inputs">A tensor for each input.</param>
    /// <param name="outputs">Names of the outputs wanted.</param>
    /// <param name="cancellation">Ends the run between two nodes.</param>
    /// <returns>The outputs in the order of their names; the caller disposes of them.</returns>
    /// <exception cref="OnnxRuntimeException">A name, type or shape does not fit, or a node fails.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<Tensor> Run(
        IReadOnlyList<NamedTensor> inputs, IReadOnlyList<string> outputs, CancellationToken cancellation = default) =>
        Run(options => _session.Run(options, Names(inputs), Values(inputs), outputs), cancellation)
            .Select(Tensor.Own).ToArray();

    /// <summary>Runs the model into tensors that exist.</summary>
    /// <param name="inputs">A tensor for each input.</param>
    /// <param name="outputs">A tensor of the right type and shape for each output wanted.</param>
    /// <param name="cancellation">Ends the run between two nodes.</param>
    /// <inheritdoc
    ///     cref="Run(IReadOnlyList{NamedTensor}, IReadOnlyList{string}, CancellationToken)" path="/exception" />
    public void Run(
        IReadOnlyList<NamedTensor> inputs,
        IReadOnlyList<NamedTensor> outputs,
        CancellationToken cancellation = default) =>
        Run<object?>(
            options =>
            {
                _session.Run(options, Names(inputs), Values(inputs), Names(outputs), Values(outputs));
                return null;
            },
            cancellation);

    /// <summary>
    /// Runs the model, some of the outputs into tensors that exist and more into memory of the runtime.
    /// </summary>
    /// <param name="inputs">A tensor for each input.</param>
    /// <param name="outputs">A tensor of the right type and shape for each of the first outputs.</param>
    /// <param name="more">Names of the others.</param>
    /// <param name="cancellation">Ends the run between two nodes.</param>
    /// <returns>The others in the order of their names; the caller disposes of them.</returns>
    /// <inheritdoc
    ///     cref="Run(IReadOnlyList{NamedTensor}, IReadOnlyList{string}, CancellationToken)" path="/exception" />
    public IReadOnlyList<Tensor> Run(
        IReadOnlyList<NamedTensor> inputs,
        IReadOnlyList<NamedTensor> outputs,
        IReadOnlyList<string> more,
        CancellationToken cancellation = default)
    {
        Ort.OrtValue[] values = Run(
            options =>
            {
                using Ort.OrtIoBinding binding = _session.CreateIoBinding();
                foreach (NamedTensor input in inputs)
                {
                    binding.BindInput(input.Name, input.Tensor.Value);
                }

                foreach (NamedTensor output in outputs)
                {
                    binding.BindOutput(output.Name, output.Tensor.Value);
                }

                foreach (string name in more)
                {
                    binding.BindOutputToDevice(name, Ort.OrtMemoryInfo.DefaultInstance);
                }

                return _session.RunWithBoundResults(options, binding).ToArray();
            },
            cancellation);
        foreach (Ort.OrtValue value in values[..outputs.Count])
        {
            value.Dispose();
        }

        return Array.ConvertAll(values[outputs.Count..], Tensor.Own);
    }

    public void Dispose()
    {
        _isGone = true;
        _session.Dispose();
    }

    private static TensorInfo Info(string name, Ort.NodeMetadata node) =>
        node.OnnxValueType == Ort.OnnxValueType.ONNX_TYPE_TENSOR
            ? new(name, (ElementType)node.ElementDataType, Array.ConvertAll(node.Dimensions, size => (long)size))
            : new(name, ElementType.Undefined, []);

    private static string[] Names(IReadOnlyList<NamedTensor> tensors) => [.. tensors.Select(tensor => tensor.Name)];

    private static Ort.OrtValue[] Values(IReadOnlyList<NamedTensor> tensors) =>
        [.. tensors.Select(tensor => tensor.Tensor.Value)];

    private T Run<T>(Func<Ort.RunOptions, T> run, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isGone, this);
        cancellation.ThrowIfCancellationRequested();
        using Ort.RunOptions options = new();

        // Disposed of first, which waits for a cancellation under way.
        using CancellationTokenRegistration registration = cancellation.Register(() => options.Terminate = true);
        try
        {
            return run(options);
        }
        catch (Ort.OnnxRuntimeException exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
        catch (Ort.OnnxRuntimeException exception)
        {
            throw new OnnxRuntimeException(exception.Message, exception);
        }
    }
}
