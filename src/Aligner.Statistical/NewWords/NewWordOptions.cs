using Aligner.Core;

namespace Aligner.Statistical.NewWords;

/// <summary>
/// What is known of a new pair besides the model, in links (docs/methods.md, "A saved model"; the defaults are those of
/// benchmarks/new-words.sh).
/// </summary>
public sealed record NewWordOptions
{
    /// <summary>
    /// What a link of the encoder counts; default 0.02. So little hardly moves a word that the model knows well, and
    /// decides about one that it does not know.
    /// </summary>
    public double Link { get; init; } = 0.02;

    /// <summary>
    /// The pseudo-count of two words that are spelled alike, at least one of them new; default 0.1. Words of which the
    /// model knows both have translations in it already.
    /// </summary>
    public double Cognate { get; init; } = 0.1;

    /// <summary>The least number of links that the model's probabilities of a word are worth; default 10.</summary>
    public double LeastLinks { get; init; } = 10;

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        OptionChecks.AtLeastZero(Link);
        OptionChecks.AtLeastZero(Cognate);
        OptionChecks.Positive(LeastLinks);
    }
}
