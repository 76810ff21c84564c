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

    /// <summary>
    /// The same: more samplers and sweeps gain nothing (docs/methods.md). In the method <c>auto</c>, the encoder reads
    /// all pairs of a large text.
    /// </summary>
    Best,
}
