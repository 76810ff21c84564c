using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.StemLexicons;

namespace Aligner.Statistical.NewWords;

/// <summary>
/// What is known of the words of a new pair besides a saved model, as pseudo-counts: the links of an encoder, the pairs
/// of a lexicon, and new words that are spelled alike. Threads can share it.
/// </summary>
public sealed class PairAdapter
{
    private readonly StemLexicon? _lexicon;
    private readonly int _languages;
    private readonly NewWordOptions _options;

    /// <param name="lexicon">A lexicon of stems; null for none.</param>
    /// <param name="languages">The place of the text's language pair among those of the lexicon.</param>
    /// <param name="options">What each counts; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public PairAdapter(StemLexicon? lexicon, int languages, NewWordOptions? options = null)
    {
        (_lexicon, _languages, _options) = (lexicon, languages, options ?? new NewWordOptions());
        _options.Validate();
    }

    /// <summary>Counts what is known of a pair.</summary>
    /// <param name="pair">The pair as the model knows it; neither side is empty.</param>
    /// <param name="words">Its words.</param>
    /// <param name="links">The links that an encoder found in it; null if none has read it.</param>
    /// <returns>The counts; null where the model knows all words and nobody else was asked.</returns>
    public PairCounts? Count(EncodedPair pair, TokenizedPair words, IReadOnlyList<ScoredLink>? links)
    {
        if (links is null && _lexicon is null && !HasNewWord(pair.Source) && !HasNewWord(pair.Target))
        {
            return null;
        }

        PairCounts counts = new(words.Source.Count, words.Target.Count) { LeastLinks = (float)_options.LeastLinks };
        foreach (((int i, int j), float probability) in links ?? [])
        {
            counts.Add(i, j, (float)_options.Link * probability);
        }

        AddTranslations(words, counts);
        AddCognates(pair, words, counts);
        return counts;
    }

    private static bool HasNewWord(EncodedSentence sentence) =>
        sentence.Factors[0].Span.Contains(Vocabulary.Unknown);

    private void AddTranslations(TokenizedPair words, PairCounts counts)
    {
        if (_lexicon is null)
        {
            return;
        }

        ulong[] sources = [.. words.Source.Select(StemHash.Of)], targets = [.. words.Target.Select(StemHash.Of)];
        for (int i = 0; i < sources.Length; i++)
        {
            for (int j = 0; j < targets.Length; j++)
            {
                counts.Add(i, j, (float)_lexicon.CountOf(_languages, sources[i], targets[j]));
            }
        }
    }

    private void AddCognates(EncodedPair pair, TokenizedPair words, PairCounts counts)
    {
        string[] sources = Lower(words.Source), targets = Lower(words.Target);
        for (int i = 0; i < sources.Length; i++)
        {
            for (int j = 0; j < targets.Length; j++)
            {
                if (!pair.Source.Knows(i) || !pair.Target.Knows(j))
                {
                    counts.Add(i, j, (float)_options.Cognate * CognatePrior.Count(sources[i], targets[j]));
                }
            }
        }
    }

    private static string[] Lower(IReadOnlyList<string> words) => [.. words.Select(word => word.ToLowerInvariant())];
}
