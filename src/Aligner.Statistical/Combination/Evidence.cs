namespace Aligner.Statistical.Combination;

/// <summary>Who says how probable a link is.</summary>
internal enum Evidence
{
    /// <summary>The forward HMM: p(a_j = i).</summary>
    Forward,

    /// <summary>The reverse HMM: p(b_i = j).</summary>
    Reverse,

    /// <summary>The forward samplers, or the forward HMM where none ran.</summary>
    SampledForward,

    /// <summary>The reverse samplers, or the reverse HMM where none ran.</summary>
    SampledReverse,

    /// <summary>The mean of both directions of HMM and samplers.</summary>
    Mean,

    /// <summary>A rule of inflection.</summary>
    Rule,

    /// <summary>Another aligner.</summary>
    Prior,
}
