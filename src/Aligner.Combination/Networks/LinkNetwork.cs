using System.Numerics.Tensors;
using Aligner.Combination.Features;

namespace Aligner.Combination.Networks;

/// <summary>
/// The probability of a link by its features x: σ(b + d·x + o·tanh(W x + h)), a log-linear model plus a hidden layer.
/// Networks can be stacked: one with a base also sees the base's probabilities of adjacent links (Cohen and Carvalho
/// 2005, "Stacked sequential learning"; <see cref="StackedFeatures"/>). One that was adapted to a guideline adds a bias
/// for each of some words to the log-odds.
/// </summary>
public sealed record LinkNetwork
{
    private const int MaxUnits = 1024, MaxDepth = 8;

    private static readonly IReadOnlyDictionary<string, float> NoWords = new Dictionary<string, float>();

    /// <summary>The network that this one is stacked on; null, the default, for none.</summary>
    public LinkNetwork? Base { get; init; }

    /// <summary>The names of the features that it was fitted to, in their order.</summary>
    public required IReadOnlyList<string> Features { get; init; }

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

    /// <summary>What each of some source words, in lower case, adds to the log-odds of its links.</summary>
    public IReadOnlyDictionary<string, float> SourceWords { get; init; } = NoWords;

    /// <summary>What each of some target words, in lower case, adds to the log-odds of its links.</summary>
    public IReadOnlyDictionary<string, float> TargetWords { get; init; } = NoWords;

    /// <summary>The number of hidden units.</summary>
    public int Units => Output.Length;

    /// <exception cref="ArgumentException">
    /// The numbers do not fit together, or are not finite, or too many networks are stacked.
    /// </exception>
    public void Validate()
    {
        int depth = 0;
        for (LinkNetwork? network = this; network is not null; network = network.Base)
        {
            network.ValidateOwn();
            if (++depth > MaxDepth)
            {
                throw new ArgumentException($"more than {MaxDepth} networks are stacked");
            }
        }
    }

    /// <summary>Whether it can score links of these experts' features.</summary>
    public bool Fits(LinkFeatures features) => Base is null
        ? Features.SequenceEqual(features.Names)
        : Features.SequenceEqual([.. features.Names, .. StackedFeatures.Names]) && Base.Fits(features);

    /// <summary>The probability of a link.</summary>
    /// <param name="features">x.</param>
    /// <param name="hidden">Gets the values of the hidden units.</param>
    /// <param name="words">What its words add to the log-odds: <see cref="WordLogOdds"/>.</param>
    public float Probability(ReadOnlySpan<float> features, Span<float> hidden, float words = 0) =>
        1 / (1 + MathF.Exp(-(LogOdds(features, hidden) + words)));

    /// <summary>The log-odds of a link, without what its words add.</summary>
    /// <param name="features">x.</param>
    /// <param name="hidden">Gets the values of the hidden units.</param>
    public float LogOdds(ReadOnlySpan<float> features, Span<float> hidden)
    {
        HiddenBiases.CopyTo(hidden);
        for (int k = 0; k < features.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(Weights.AsSpan(k * Units, Units), features[k], hidden, hidden);
        }

        TensorPrimitives.Tanh(hidden, hidden);
        return Bias
            + TensorPrimitives.Dot(features, Direct.AsSpan())
            + TensorPrimitives.Dot(hidden, Output.AsSpan());
    }

    /// <summary>What the words of a link add to its log-odds.</summary>
    /// <param name="source">The source word in lower case.</param>
    /// <param name="target">The target word in lower case.</param>
    public float WordLogOdds(string source, string target) => SourceWords.Count + TargetWords.Count == 0
        ? 0
        : SourceWords.GetValueOrDefault(source) + TargetWords.GetValueOrDefault(target);

    private void ValidateOwn()
    {
        float[][] all =
            [Weights, HiddenBiases, Output, Direct, [Bias], [.. SourceWords.Values], [.. TargetWords.Values]];
        bool fits = Direct.Length == Features.Count
            && Units <= MaxUnits
            && HiddenBiases.Length == Units
            && Weights.Length == Features.Count * Units;
        if (!fits || !all.All(numbers => numbers.All(float.IsFinite)))
        {
            throw new ArgumentException("the network is too large, incomplete or not finite");
        }
    }
}
