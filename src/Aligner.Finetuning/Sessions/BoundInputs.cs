using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Sessions;

/// <summary>The inputs of a session, some of which are parameters.</summary>
internal sealed class BoundInputs(OnnxSession session, ParameterSet parameters)
{
    private readonly NamedTensor[] _parameters = [.. session.Inputs.Where(input => parameters.Contains(input.Name))
        .Select(input => new NamedTensor(input.Name, parameters[input.Name].Tensor))];

    /// <summary>The inputs that are no parameters.</summary>
    public IReadOnlyList<TensorInfo> Others { get; } =
        [.. session.Inputs.Where(input => !parameters.Contains(input.Name))];

    /// <summary>Names of the parameters that the graph has, as constants or inputs.</summary>
    public static string[] Shared(OnnxGraph graph, ParameterSet parameters)
    {
        HashSet<string> names =
        [
            .. graph.Constants.Select(constant => constant.Name),
            .. graph.Inputs.Select(input => input.Name),
        ];
        return [.. parameters.Names.Where(names.Contains)];
    }

    /// <summary>All inputs; tensors that are none are left out.</summary>
    public NamedTensor[] With(IReadOnlyList<NamedTensor> others)
    {
        HashSet<string> names = [.. Others.Select(input => input.Name)];
        return [.. _parameters, .. others.Where(other => names.Contains(other.Name))];
    }
}
