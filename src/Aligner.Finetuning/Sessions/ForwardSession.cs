using Aligner.Finetuning.Gradients;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Sessions;

/// <summary>Computes values of a graph with the weights as they are now, to evaluate while training.</summary>
internal sealed class ForwardSession : IDisposable
{
    private readonly OnnxSession _session;
    private readonly BoundInputs _inputs;
    private readonly string[] _outputs;

    /// <param name="graph">The graph.</param>
    /// <param name="outputs">Names of its outputs that are wanted.</param>
    /// <param name="parameters">What takes the place of constants of the graph.</param>
    /// <param name="settings">Threads and the like; the defaults if null.</param>
    /// <exception cref="ArgumentException">The graph has no such output.</exception>
    /// <exception cref="OnnxRuntimeException">The graph is not valid, or ONNX Runtime is missing.</exception>
    public ForwardSession(
        OnnxGraph graph,
        IReadOnlyCollection<string> outputs,
        ParameterSet parameters,
        SessionSettings? settings = null)
    {
        _outputs = [.. outputs];
        OnnxGraph free = LossGraph.Cut(graph.Free(BoundInputs.Shared(graph, parameters)).CutTo(outputs));
        _session = new OnnxSession(OnnxWriter.Write(free), settings);
        _inputs = new BoundInputs(_session, parameters);
    }

    /// <summary>The inputs of a run, in addition to the parameters.</summary>
    public IReadOnlyList<TensorInfo> Inputs => _inputs.Others;

    /// <summary>Computes the outputs for a batch.</summary>
    /// <param name="inputs">A tensor for each of <see cref="Inputs"/>; others are ignored.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The outputs in their order; the caller disposes of them.</returns>
    /// <exception cref="OnnxRuntimeException">A type or shape does not fit, or a node fails.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<Tensor> Run(
        IReadOnlyList<NamedTensor> inputs, CancellationToken cancellation = default) =>
        _session.Run(_inputs.With(inputs), _outputs, cancellation);

    public void Dispose() => _session.Dispose();
}
