namespace Aligner.Statistical.Decoding;

/// <summary>How a directional model chooses the links that a heuristic then combines.</summary>
public enum LinkSelection
{
    /// <summary>The most probable alignment: at most one source word for each target word.</summary>
    Viterbi,

    /// <summary>All links whose posterior passes a threshold (minimum Bayes risk).</summary>
    Posterior,
}
