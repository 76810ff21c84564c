using System.Numerics.Tensors;

namespace Aligner.Statistical.Combination;

/// <summary>
/// The probability of a link by its features x: σ(b + d·x + o·tanh(W x + h)), a network with one hidden layer beside a
/// log-linear model.
/// </summary>
public sealed record LinkNetwork
{
    private const int MaxUnits = 1024;

    /// <summary>W, a row of hidden units for each feature.</summary>
    public required float[] Weights { get; init; }

    /// <summary>h, one for each hidden unit.</summary>
    public required float[] HiddenBiases { get; init; }

    /// <summary>o, one for each hidden unit.</summary>
    public required float[] Output { get; init; }

    /// <summary>d, one for each feature.</summary>
    public required float[] Direct { get; init; }

    /// <summary>b.</summary>
    public required float Bias { get; init; }

    /// <summary>The number of hidden units.</summary>
    public int Units => Output.Length;

    /// <summary>The number of features.</summary>
    public int Features => Direct.Length;

    /// <exception cref="ArgumentException">The numbers do not fit together, or are not finite.</exception>
    public void Validate()
    {
        float[][] all = [Weights, HiddenBiases, Output, Direct, [Bias]];
        bool fits = Features == LinkFeatures.Names.Count
            && Units <= MaxUnits
            && HiddenBiases.Length == Units
            && Weights.Length == Features * Units;
        if (!fits || !all.All(numbers => numbers.All(float.IsFinite)))
        {
            throw new ArgumentException("the network is for other features, too large, incomplete or not finite");
        }
    }

    /// <summary>The probability of a link.</summary>
    /// <param name="features">x.</param>
    /// <param name="hidden">Gets the values of the hidden units.</param>
    public float Probability(ReadOnlySpan<float> features, Span<float> hidden)
    {
        HiddenBiases.CopyTo(hidden);
        for (int k = 0; k < features.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(Weights.AsSpan(k * Units, Units), features[k], hidden, hidden);
        }

        TensorPrimitives.Tanh(hidden, hidden);
        float logOdds = Bias
            + TensorPrimitives.Dot(features, Direct.AsSpan())
            + TensorPrimitives.Dot(hidden, Output.AsSpan());
        return 1 / (1 + MathF.Exp(-logOdds));
    }
}
