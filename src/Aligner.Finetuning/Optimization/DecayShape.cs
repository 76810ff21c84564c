namespace Aligner.Finetuning.Optimization;

/// <summary>How the learning rate falls after the warm-up.</summary>
public enum DecayShape
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>Along a straight line that reaches the floor right after the last step.</summary>
    Linear,

    /// <summary>
    /// Along half a cosine that reaches the floor right after the last step (Loshchilov and Hutter 2017).
    /// </summary>
    Cosine,

    /// <summary>With the root of the number of the step (Vaswani et al. 2017); it has no last step.</summary>
    InverseSquareRoot,
}
