using System.Text;

namespace Aligner.Combination.Evidence;

/// <summary>Traits of a word that any language has.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="IsPunctuation">Whether it has neither letter nor digit.</param>
/// <param name="LogFrequency">
/// The natural logarithm of its share of the words of the training text; −∞ if that has none.
/// </param>
public sealed record WordTraits(string Text, bool IsPunctuation, float LogFrequency)
{
    /// <summary>The traits of a word.</summary>
    public static WordTraits Of(string word, float logFrequency) =>
        new(word.ToLowerInvariant(), !word.EnumerateRunes().Any(Rune.IsLetterOrDigit), logFrequency);
}
