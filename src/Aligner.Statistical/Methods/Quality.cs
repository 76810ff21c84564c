namespace Aligner.Statistical.Methods;

/// <summary>What the method <c>statistical</c> trades time for.</summary>
public enum Quality
{
    /// <summary>An HMM that knows words and stems.</summary>
    Fast,

    /// <summary>
    /// An HMM that knows words and two lengths of stems, its lexicon sampled by the Bayesian HMM with fertility.
    /// </summary>
    Default,

    /// <summary>The same with more samplers and sweeps.</summary>
    Best,
}
