using System.Globalization;
using System.Text;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;

namespace Aligner.Finetuning.Corpora;

/// <summary>
/// Misspells words, so that an encoder learns to read spellings that its text does not have: those of a language
/// related to one that it knows, of dialects, of the past.
/// </summary>
/// <remarks>
/// Aepli and Sennrich 2022, "Improving Zero-Shot Cross-Lingual Transfer Between Closely Related Languages by Injecting
/// Character-Level Noise", section 3.1: letters are dropped, replaced, added and, here, swapped. Half of the
/// sentences, drawn for each side by itself, are left as they are.
/// </remarks>
public sealed class SpellingNoise
{
    /// <summary>Of shorter words too little would be left.</summary>
    private const int MinLength = 3;

    /// <summary>Words of so many letters may be misspelled twice.</summary>
    private const int LongLength = 8;

    private readonly double _share;
    private SplitMix64 _random;

    /// <param name="share">Probability that a word of the other half is misspelled, from 0 to 1.</param>
    /// <param name="seed">Seed of all draws.</param>
    public SpellingNoise(double share, ulong seed)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "must be from 0 to 1");
        }

        (_share, _random) = (share, new SplitMix64(seed));
    }

    /// <summary>The pair with as many words on each side, some of them misspelled.</summary>
    public TokenizedPair Apply(TokenizedPair pair) =>
        _share > 0 ? new TokenizedPair(Apply(pair.Source), Apply(pair.Target)) : pair;

    private IReadOnlyList<string> Apply(IReadOnlyList<string> words)
    {
        if (_random.NextIndex(2) == 0)
        {
            return words;
        }

        Rune[] letters = [.. words.SelectMany(word => word.EnumerateRunes()).Where(Rune.IsLetter)];
        return [.. words.Select(word => Apply(word, letters))];
    }

    private string Apply(string word, Rune[] letters)
    {
        List<Rune> runes = [.. word.EnumerateRunes()];
        if (!IsLongWord(runes) || _random.NextDouble() >= _share)
        {
            return word;
        }

        int edits = runes.Count >= LongLength ? 1 + _random.NextIndex(2) : 1;
        for (int k = 0; k < edits; k++)
        {
            Edit(runes, letters[_random.NextIndex(letters.Length)]);
        }

        return string.Concat(runes);
    }

    private void Edit(List<Rune> runes, Rune letter)
    {
        int place = _random.NextIndex(runes.Count);
        switch (_random.NextIndex(4))
        {
            case 0:
                runes.RemoveAt(place);
                break;
            case 1:
                runes[place] = letter;
                break;
            case 2:
                runes.Insert(place, letter);
                break;
            default:
                int next = Math.Min(place + 1, runes.Count - 1);
                (runes[place], runes[next]) = (runes[next], runes[place]);
                break;
        }
    }

    // Marks are the vowels of many scripts.
    private static bool IsLongWord(List<Rune> runes) =>
        runes.Count >= MinLength
        && Rune.IsLetter(runes[0])
        && runes.TrueForAll(rune => Rune.IsLetter(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
