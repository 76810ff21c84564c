using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Gradients;

/// <summary>The nodes that compute gradients, while they are being added from the loss backwards.</summary>
internal sealed class GradientTape
{
    private const string Prefix = "gradient/";

    private readonly ValueShapes _shapes;
    private readonly HashSet<string> _needed;
    private readonly IReadOnlySet<string> _parameters;
    private readonly Dictionary<string, GraphTensor> _constants;
    private readonly Dictionary<string, List<string>> _contributions = [];
    private readonly Dictionary<string, List<RowGradient>> _rows = [];
    private readonly Dictionary<string, GraphNode> _replacements = [];
    private int _count;

    /// <param name="graph">The graph that computes the loss; parameters are inputs.</param>
    /// <param name="parameters">Names of the inputs to differentiate by.</param>
    public GradientTape(OnnxGraph graph, IReadOnlySet<string> parameters)
    {
        _shapes = new ValueShapes(graph);
        _parameters = parameters;
        _constants = graph.Constants.ToDictionary(constant => constant.Name);
        _needed = [.. parameters];
        foreach (GraphNode node in graph.Nodes.Where(node =>
            !GradientRules.IsConstant(node.Operator) && node.Inputs.Any(_needed.Contains)))
        {
            _needed.UnionWith(node.Outputs.Where(output =>
                output.Length > 0 && _shapes[output].Type == ElementType.Float));
        }
    }

    /// <summary>The nodes so far.</summary>
    public GraphBuilder Backward { get; } = new();

    /// <summary>Whether the value depends on a parameter.</summary>
    public bool Needs(string value) => _needed.Contains(value);

    /// <summary>Whether the value is a parameter itself.</summary>
    public bool IsParameter(string value) => _parameters.Contains(value);

    /// <summary>
    /// The sizes of a value; -1 for one that is known only when the graph runs, and taken not to be 1.
    /// </summary>
    public IReadOnlyList<long> Shape(string value) => _shapes[value].Shape;

    /// <summary>The number of axes of a value.</summary>
    public int Rank(string value) => Shape(value).Count;

    /// <summary>The numbers of a constant; null if the value is not a constant.</summary>
    public long[]? Integers(string value) =>
        _constants.TryGetValue(value, out GraphTensor? constant) && constant.Type == ElementType.Int64
            ? constant.Values<long>().ToArray()
            : null;

    /// <summary>The only number of a constant; null if the value is not a constant.</summary>
    public float? Scalar(string value) =>
        _constants.TryGetValue(value, out GraphTensor? constant)
        && constant.Type == ElementType.Float && constant.Count == 1
            ? constant.Values<float>()[0]
            : null;

    /// <summary>A name that no other value has.</summary>
    public string Name(string type) => FormattableString.Invariant($"{Prefix}{_count++}/{type}");

    /// <summary>Adds a node and gives its output.</summary>
    public string Emit(string type, IReadOnlyList<string> inputs, params IReadOnlyList<GraphParameter> attributes) =>
        Backward.Node(type, Name(type), inputs, attributes);

    /// <summary>Left × right.</summary>
    public string Times(string left, string right) => Emit("Mul", [left, right]);

    /// <summary>Left × a constant.</summary>
    public string Times(string left, float right) => right == 1 ? left : Times(left, Backward.Scalar(right));

    /// <summary>The sizes of a value when the graph runs.</summary>
    public string RuntimeShape(string value) => Emit("Shape", [value]);

    /// <summary>The size of one axis when the graph runs, a list of one number.</summary>
    public string SizeOf(string value, long axis)
    {
        long size = Shape(value)[(int)(axis < 0 ? axis + Rank(value) : axis)];
        return size >= 0
            ? Backward.Integers(size)
            : Backward.Size(Name("Size"), value, axis < 0 ? axis + Rank(value) : axis);
    }

    /// <summary>The sum over axes.</summary>
    public string Sum(string value, bool keep, params ReadOnlySpan<long> axes) =>
        Backward.ReduceSum(Name("ReduceSum"), value, keep, axes);

    /// <summary>The value in the shape of another.</summary>
    public string ReshapeLike(string value, string other)
    {
        IReadOnlyList<long> shape = Shape(other);
        return Emit("Reshape", [value, shape.Count(size => size < 0) <= 1 && !shape.Contains(0)
            ? Backward.Integers([.. shape])
            : RuntimeShape(other)]);
    }

    /// <summary>
    /// Undoes the broadcasting of an operand: sums a gradient of the shape of <paramref name="result"/> over the axes
    /// that <paramref name="operand"/> lacks or has with size 1.
    /// </summary>
    public string SumToOperand(string gradient, string operand, string result) =>
        SumTo(gradient, Shape(result), Shape(operand));

    /// <summary>Sums over the axes that <paramref name="to"/> lacks or has with size 1.</summary>
    public string SumTo(string gradient, IReadOnlyList<long> from, IReadOnlyList<long> to)
    {
        int extra = from.Count - to.Count;
        long[] leading = [.. Enumerable.Range(0, extra).Select(axis => (long)axis)];
        long[] ones = [.. Enumerable.Range(extra, to.Count).Where(axis => to[axis - extra] == 1 && from[axis] != 1)
            .Select(axis => (long)axis)];
        if (ones.Length > 0)
        {
            gradient = Sum(gradient, keep: true, [.. leading, .. ones]);
            return extra == 0 ? gradient : Emit("Squeeze", [gradient, Backward.Integers(leading)]);
        }

        return extra == 0 ? gradient : Sum(gradient, keep: false, leading);
    }

    /// <summary>Takes another node in the place of one of the graph, as one that gives more outputs.</summary>
    public void Replace(GraphNode node, GraphNode replacement) => _replacements[node.Outputs[0]] = replacement;

    /// <summary>The node that is to run in the place of one of the graph.</summary>
    public GraphNode Current(GraphNode node) => _replacements.GetValueOrDefault(node.Outputs[0], node);

    /// <summary>Adds to the gradient of a value, which must have the same shape; if it needs none, nothing.</summary>
    public void Contribute(string value, string gradient)
    {
        if (!Needs(value))
        {
            return;
        }

        if (!_contributions.TryGetValue(value, out List<string>? list))
        {
            _contributions[value] = list = [];
        }

        list.Add(gradient);
    }

    /// <summary>Adds to the gradient of rows of a parameter.</summary>
    public void ContributeRows(string parameter, string indices, string rows)
    {
        if (!_rows.TryGetValue(parameter, out List<RowGradient>? list))
        {
            _rows[parameter] = list = [];
        }

        list.Add(new RowGradient(indices, rows));
    }

    /// <summary>The gradient of a value, when all that use it have contributed; null if none has.</summary>
    public string? Gradient(string value) => !_contributions.TryGetValue(value, out List<string>? list)
        ? null
        : list.Aggregate((left, right) => Emit("Add", [left, right]));

    /// <summary>The gradients of rows of a parameter.</summary>
    public IReadOnlyList<RowGradient> Rows(string parameter) => _rows.GetValueOrDefault(parameter) ?? [];
}
