using Aligner.Finetuning.Gradients;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Sessions;

/// <summary>
/// Computes a loss and adds its gradients to those of a set of parameters. Sessions of several losses may share the
/// parameters, but only one may run at a time.
/// </summary>
internal sealed class GradientSession : IDisposable
{
    private readonly OnnxSession _session;
    private readonly ParameterSet _parameters;
    private readonly GradientGraph _graph;
    private readonly BoundInputs _inputs;

    /// <param name="graph">A graph that gives the loss.</param>
    /// <param name="loss">The value with the loss: one number.</param>
    /// <param name="parameters">
    /// What to differentiate by, but for those that are frozen; those that the graph does not have are left alone.
    /// </param>
    /// <param name="settings">Threads and the like; the defaults if null.</param>
    /// <inheritdoc cref="Differentiator.Differentiate" path="/exception" />
    public GradientSession(
        OnnxGraph graph, string loss, ParameterSet parameters, SessionSettings? settings = null)
    {
        _parameters = parameters;
        string[] shared = BoundInputs.Shared(graph, parameters);
        _graph = Differentiator.Differentiate(
            graph.Free(shared), loss, [.. shared.Where(name => !parameters[name].IsFrozen)]);
        _session = new OnnxSession(OnnxWriter.Write(_graph.Graph), settings);
        _inputs = new BoundInputs(_session, parameters);
    }

    /// <summary>The inputs of a run without the parameters.</summary>
    public IEnumerable<TensorInfo> Inputs => _inputs.Others.Where(input => input.Name != _graph.Weight);

    /// <summary>Computes the loss of a batch and adds its gradients.</summary>
    /// <param name="inputs">A tensor for each of <see cref="Inputs"/>; others are ignored.</param>
    /// <param name="weight">What the gradients are multiplied by, such as 1/n to average over n batches.</param>
    /// <param name="cancellation">Ends the run; no gradient is added then.</param>
    /// <returns>The loss, without the weight.</returns>
    /// <exception cref="OnnxRuntimeException">A type or shape does not fit, or a node fails.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public float Run(
        IReadOnlyList<NamedTensor> inputs, float weight = 1, CancellationToken cancellation = default)
    {
        using Tensor weightTensor = Tensor.Over<float>(new[] { weight });
        NamedTensor[] all = _inputs.With([.. inputs, new NamedTensor(_graph.Weight, weightTensor)]);

        // The first dense gradient of a parameter is written in place; later ones are added.
        (string Output, Gradient Gradient)[] dense = [.. _graph.Gradients.Where(part => part.Dense is not null)
            .Select(part => (part.Dense!, _parameters[part.Parameter].Gradient))];
        (string Output, Gradient Gradient)[] first = [.. dense.Where(part => part.Gradient.IsEmpty)];
        (string Output, Gradient Gradient)[] later = [.. dense.Where(part => !part.Gradient.IsEmpty)];
        RowGradient[] rows = [.. _graph.Gradients.SelectMany(part => part.Rows)];
        string[] made = [.. rows.Select(part => part.Indices).Where(IsOutput).Distinct()];
        string[] names =
            [_graph.Loss, .. later.Select(part => part.Output), .. rows.Select(part => part.Rows), .. made];

        Dictionary<string, Tensor> results = [];
        try
        {
            IReadOnlyList<Tensor> tensors = _session.Run(
                all,
                [.. first.Select(part => new NamedTensor(part.Output, part.Gradient.Target))],
                names,
                cancellation);
            results = names.Zip(tensors).ToDictionary(pair => pair.First, pair => pair.Second);
            Array.ForEach(first, part => part.Gradient.AcceptTarget());
            Array.ForEach(later, part => part.Gradient.Add(results[part.Output].Values<float>()));
            AddRows(results, all);
            return results[_graph.Loss].Values<float>()[0];
        }
        finally
        {
            foreach (Tensor tensor in results.Values)
            {
                tensor.Dispose();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private bool IsOutput(string name) => _graph.Graph.Outputs.Any(output => output.Name == name);

    private void AddRows(Dictionary<string, Tensor> results, NamedTensor[] inputs)
    {
        foreach (ParameterGradient gradient in _graph.Gradients)
        {
            foreach (RowGradient rows in gradient.Rows)
            {
                Tensor indices = results.GetValueOrDefault(rows.Indices)
                    ?? inputs.First(input => input.Name == rows.Indices).Tensor;
                _parameters[gradient.Parameter].Gradient.AddRows(
                    indices.Values<long>(), results[rows.Rows].Values<float>());
            }
        }
    }
}
