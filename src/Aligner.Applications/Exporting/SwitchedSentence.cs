using Aligner.Core.Corpora;

namespace Aligner.Applications.Exporting;

/// <summary>A sentence with some of its words replaced by their translations.</summary>
/// <param name="Words">The words, of several languages.</param>
/// <param name="Switches">What was replaced, from left to right.</param>
public sealed record SwitchedSentence(IReadOnlyList<string> Words, IReadOnlyList<Switch> Switches)
{
    /// <summary>The words with blanks between them.</summary>
    public string Text => string.Join(' ', Words);

    /// <summary>Puts translations in the place of source words.</summary>
    /// <param name="source">The source words.</param>
    /// <param name="replacements">
    /// What is replaced, the words in its place, and the number of their translation; from left to right, none
    /// overlapping another.
    /// </param>
    internal static SwitchedSentence Of(
        IReadOnlyList<string> source,
        IEnumerable<(WordSpan Source, IEnumerable<string> Words, int Translation)> replacements)
    {
        List<string> words = [];
        List<Switch> switches = [];
        (int next, int characters) = (0, 0);
        foreach ((WordSpan replaced, IEnumerable<string> translation, int number) in replacements)
        {
            Append(source.Take(replaced.Start).Skip(next));
            (int firstWord, int firstCharacter) = (words.Count, characters);
            Append(translation);
            switches.Add(new Switch(
                replaced,
                new WordSpan(firstWord, words.Count),
                new CodePointSpan(firstCharacter, characters - 1),
                number));
            next = replaced.End;
        }

        Append(source.Skip(next));
        return new SwitchedSentence(words, switches);

        void Append(IEnumerable<string> more)
        {
            foreach (string word in more)
            {
                words.Add(word);
                characters += word.EnumerateRunes().Count() + 1;
            }
        }
    }
}
