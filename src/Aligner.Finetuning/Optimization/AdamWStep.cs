namespace Aligner.Finetuning.Optimization;

/// <summary>What is the same for all weights in one step of AdamW.</summary>
/// <param name="GradientScale">What gradients are multiplied by first.</param>
/// <param name="Beta1">How much of the mean gradient is kept.</param>
/// <param name="Beta2">How much of the mean squared gradient is kept.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="Rate">The learning rate over 1 − β₁ᵗ, which corrects the mean for its start at 0.</param>
/// <param name="Correction">1/√(1 − β₂ᵗ), which corrects the root likewise.</param>
/// <param name="Decay">The share of a weight that is taken away.</param>
internal readonly record struct AdamWStep(
    float GradientScale, float Beta1, float Beta2, float Epsilon, float Rate, float Correction, float Decay)
{
    /// <param name="options">Numbers of AdamW.</param>
    /// <param name="number">The step, from 1.</param>
    /// <param name="learningRate">Its learning rate.</param>
    /// <param name="gradientScale">What gradients are multiplied by first.</param>
    public static AdamWStep Of(AdamWOptions options, long number, float learningRate, float gradientScale) => new(
        gradientScale,
        options.Beta1,
        options.Beta2,
        options.Epsilon,
        (float)(learningRate / (1 - Math.Pow(options.Beta1, number))),
        (float)(1 / Math.Sqrt(1 - Math.Pow(options.Beta2, number))),
        learningRate * options.WeightDecay);
}
