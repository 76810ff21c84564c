using System.Text;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>A class 0 … Count − 1 for each word of a vocabulary.</summary>
/// <param name="Of">The class of each word.</param>
/// <param name="Count">The number of classes.</param>
internal sealed record WordClasses(int[] Of, int Count)
{
    /// <summary>
    /// Words that begin alike, lower-cased, make a class: a crude stem that needs no knowledge of the language.
    /// </summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="length">How many Unicode characters make the stem.</param>
    public static WordClasses Stems(Vocabulary words, int length)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] classes = new int[words.Count];
        for (int word = 0; word < classes.Length; word++)
        {
            string stem = Stem(words[word].ToLowerInvariant(), length);
            if (!numbers.TryGetValue(stem, out classes[word]))
            {
                classes[word] = numbers.Count;
                numbers.Add(stem, numbers.Count);
            }
        }

        return new WordClasses(classes, numbers.Count);
    }

    private static string Stem(string word, int length)
    {
        int end = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (length-- == 0)
            {
                return word[..end];
            }

            end += rune.Utf16SequenceLength;
        }

        return word;
    }
}
