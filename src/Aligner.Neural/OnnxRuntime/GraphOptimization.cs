namespace Aligner.Neural.OnnxRuntime;

/// <summary>How far a session rewrites the graph, numbered as <c>GraphOptimizationLevel</c>.</summary>
public enum GraphOptimization
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Constant folding and the removal of what has no effect.</summary>
    Basic = 1,

    /// <summary>Fusions of several nodes into one.</summary>
    Extended = 2,

    /// <summary>All of these and the layout of the weights.</summary>
    All = 99,
}
