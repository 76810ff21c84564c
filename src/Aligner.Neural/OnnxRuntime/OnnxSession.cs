namespace Aligner.Neural.OnnxRuntime;

/// <summary>A loaded model. Several threads may run it at once.</summary>
public sealed unsafe class OnnxSession : IDisposable
{
    private readonly NativeRuntime _runtime = NativeRuntime.Instance;
    private readonly RuntimeHandle _handle;

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The <c>.onnx</c> file; its external data lies beside it.</param>
    /// <param name="settings">How to run it; <see langword="null"/> for the defaults.</param>
    /// <exception cref="OnnxRuntimeException">The model is missing, damaged or uses something unknown.</exception>
    public OnnxSession(string path, SessionSettings? settings = null)
    {
        using RuntimeHandle options = SessionOptionsBuilder.Build(_runtime, settings ?? new SessionSettings());
        nint session;
        fixed (byte* text = NativeRuntime.PathText(path))
        {
            _runtime.Check(_runtime.Api.CreateSession(
                _runtime.Environment, text, options.DangerousGetHandle(), &session));
        }

        _handle = new RuntimeHandle(session, _runtime.Api.ReleaseSession);
        (Inputs, Outputs) = SessionSignature.Read(_runtime, session);
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of an <c>.onnx</c> file; not used after this call.</param>
    /// <inheritdoc cref="OnnxSession(string, SessionSettings?)" />
    public OnnxSession(ReadOnlySpan<byte> model, SessionSettings? settings = null)
    {
        using RuntimeHandle options = SessionOptionsBuilder.Build(_runtime, settings ?? new SessionSettings());
        nint session;
        fixed (byte* bytes = model)
        {
            _runtime.Check(_runtime.Api.CreateSessionFromArray(
                _runtime.Environment, bytes, (nuint)model.Length, options.DangerousGetHandle(), &session));
        }

        _handle = new RuntimeHandle(session, _runtime.Api.ReleaseSession);
        (Inputs, Outputs) = SessionSignature.Read(_runtime, session);
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
        IReadOnlyList<NamedTensor> inputs, IReadOnlyList<string> outputs, CancellationToken cancellation = default)
    {
        nint[] values = new nint[outputs.Count];
        Run(inputs, outputs, values, cancellation);
        return Array.ConvertAll(values, Tensor.Own);
    }

    /// <summary>Runs the model into tensors that exist.</summary>
    /// <param name="inputs">A tensor for each input.</param>
    /// <param name="outputs">A tensor of the right type and shape for each output wanted.</param>
    /// <param name="cancellation">Ends the run between two nodes.</param>
    /// <inheritdoc
    ///     cref="Run(IReadOnlyList{NamedTensor}, IReadOnlyList{string}, CancellationToken)" path="/exception" />
    public void Run(
        IReadOnlyList<NamedTensor> inputs,
        IReadOnlyList<NamedTensor> outputs,
        CancellationToken cancellation = default)
    {
        using HandleScope scope = new();
        nint[] values = [.. Hold(scope, outputs)];
        Run(inputs, [.. outputs.Select(output => output.Name)], values, cancellation);
    }

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
        using HandleScope scope = new();
        nint[] values = [.. Hold(scope, outputs), .. new nint[more.Count]];
        Run(inputs, [.. outputs.Select(output => output.Name), .. more], values, cancellation);
        return Array.ConvertAll(values[outputs.Count..], Tensor.Own);
    }

    public void Dispose() => _handle.Dispose();

    private void Run(
        IReadOnlyList<NamedTensor> inputs,
        IReadOnlyList<string> outputs,
        nint[] outputValues,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using HandleScope scope = new();
        using Utf8Strings inputNames = new(inputs.Select(input => input.Name));
        using Utf8Strings outputNames = new(outputs);
        using RunOptions options = new(_runtime, cancellation);
        nint session = scope.Hold(_handle);
        nint[] inputValues = Hold(scope, inputs);
        nint status;
        fixed (nint* inputPointer = inputValues, outputPointer = outputValues)
        {
            status = _runtime.Api.Run(
                session,
                options.Pointer,
                inputNames.Pointer,
                inputPointer,
                inputNames.Count,
                outputNames.Pointer,
                outputNames.Count,
                outputPointer);
        }

        try
        {
            _runtime.Check(status);
        }
        catch (OnnxRuntimeException exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
    }

    private static nint[] Hold(HandleScope scope, IReadOnlyList<NamedTensor> tensors)
    {
        nint[] values = new nint[tensors.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = scope.Hold(tensors[i].Tensor.Handle);
        }

        return values;
    }
}
