using System.Numerics.Tensors;

namespace Aligner.Statistical.Combination;

/// <summary>
/// The probability of a link by its features x: σ(b + d·x + o·tanh(W x + h)), a network with one hidden layer beside a
/// log-linear model. A network may stand on another one, and then sees also how probable that finds the links around
/// (Cohen and Carvalho 2005, "Stacked sequential learning") and, in the text, those of the same stems (Moore 2005).
/// </summary>
public sealed record LinkNetwork
{
    private const int MaxUnits = 1024, MaxDepth = 8;

    /// <summary>The network that this one stands on; null, the default, for none.</summary>
    public LinkNetwork? Base { get; init; }

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

    /// <summary>The network that all others stand on; this one, if it stands on none.</summary>
    internal LinkNetwork Lowest => Base?.Lowest ?? this;

    /// <summary>The number of hidden units.</summary>
    public int Units => Output.Length;

    /// <summary>The number of features.</summary>
    public int Features => Direct.Length;

    /// <summary>The features of a network, in their order.</summary>
    /// <param name="hasBase">Whether it stands on another one.</param>
    public static IReadOnlyList<string> FeatureNames(bool hasBase) =>
        hasBase ? [.. LinkFeatures.Names, .. StackedFeatures.Names, .. StemFeatures.Names] : LinkFeatures.Names;

    /// <exception cref="ArgumentException">
    /// The numbers do not fit together, or are not finite, or too many networks stand on each other.
    /// </exception>
    public void Validate()
    {
        int depth = 0;
        for (LinkNetwork? network = this; network is not null; network = network.Base)
        {
            network.ValidateOwn();
            if (++depth > MaxDepth)
            {
                throw new ArgumentException($"more than {MaxDepth} networks stand on each other");
            }
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

    private void ValidateOwn()
    {
        float[][] all = [Weights, HiddenBiases, Output, Direct, [Bias]];
        bool fits = Features == FeatureNames(Base is not null).Count
            && Units <= MaxUnits
            && HiddenBiases.Length == Units
            && Weights.Length == Features * Units;
        if (!fits || !all.All(numbers => numbers.All(float.IsFinite)))
        {
            throw new ArgumentException("the network is for other features, too large, incomplete or not finite");
        }
    }
}
