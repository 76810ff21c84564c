using System.Text;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Combination;

/// <summary>What counts of a word, whatever its language.</summary>
/// <param name="Text">The word in lower case.</param>
/// <param name="IsPunctuation">Whether it has neither letter nor digit.</param>
/// <param name="LogFrequency">See <see cref="WordFrequencies.Log"/>.</param>
internal sealed record WordTraits(string Text, bool IsPunctuation, float LogFrequency)
{
    public static WordTraits Of(string word, float logFrequency) =>
        new(word.ToLowerInvariant(), !word.EnumerateRunes().Any(Rune.IsLetterOrDigit), logFrequency);
}
