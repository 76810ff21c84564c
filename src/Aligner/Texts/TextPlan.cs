using Aligner.Combination.Deciders;
using Aligner.Encoders;
using Aligner.Statistical.Methods;
using Aligner.Tokenization.Words;

namespace Aligner.Texts;

/// <summary>How a text is to be trained on and aligned.</summary>
public sealed record TextPlan
{
    /// <summary>The statistical method. Default: the best.</summary>
    public StatisticalMethod Method { get; init; } = StatisticalMethods.Get(StatisticalMethods.Best);

    /// <summary>Settings of the method.</summary>
    public MethodSettings Settings { get; init; } = new();

    /// <summary>How lines become words.</summary>
    public TextOptions Text { get; init; } = new();

    /// <summary>Pairs with more tokens on a side are left out. Default 1,000.</summary>
    public int MaxLength { get; init; } = 1000;

    /// <summary>How evidence becomes links; null, the default, for the method's own.</summary>
    public DecisionOptions? Decision { get; init; }

    /// <summary>Whether rules of inflection link words. Default true.</summary>
    public bool Inflections { get; init; } = true;

    /// <summary>The encoder that gives priors and evidence; null, the default, for none.</summary>
    public EncoderReader? Encoder { get; init; }
}
