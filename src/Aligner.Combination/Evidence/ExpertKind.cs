namespace Aligner.Combination.Evidence;

/// <summary>The meaning of an expert's table.</summary>
public enum ExpertKind
{
    /// <summary>p(a_j = i): each target word comes from one source word or from NULL.</summary>
    Forward,

    /// <summary>p(b_i = j): each source word comes from one target word or from NULL.</summary>
    Reverse,

    /// <summary>Probabilities of links that the other experts miss, such as those of a rule; 0 elsewhere.</summary>
    Addition,

    /// <summary>The probability of each link, without a direction, such as that of an encoder.</summary>
    Joint,

    /// <summary>1 for the links of the most probable forward alignment (Viterbi).</summary>
    BestForward,

    /// <summary>1 for the links of the most probable reverse alignment (Viterbi).</summary>
    BestReverse,
}
