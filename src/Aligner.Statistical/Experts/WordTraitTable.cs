using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Experts;

/// <summary>The traits of the words of one side, each found when it first comes. Threads can share it.</summary>
internal sealed class WordTraitTable(Vocabulary vocabulary, WordFrequencies frequencies)
{
    private readonly WordTraits?[] _traits = new WordTraits?[vocabulary.Count];

    /// <summary>The traits of each word of a sentence.</summary>
    public WordTraits[] Of(EncodedSentence sentence)
    {
        ReadOnlySpan<int> words = sentence.Factors[0].Span;
        WordTraits[] traits = new WordTraits[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            traits[i] = words[i] == Vocabulary.Unknown
                ? Find(sentence, i)
                : _traits[words[i]] ??= Find(sentence, i);
        }

        return traits;
    }

    private WordTraits Find(EncodedSentence sentence, int i) =>
        WordTraits.Of(sentence.Word(i, vocabulary), frequencies.Log(sentence.Factors[0].Span[i]));
}
