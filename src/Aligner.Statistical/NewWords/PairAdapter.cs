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
/// <param name="lexicon">A lexicon of stems; null for none.</param>
/// <param name="languages">The place of the text's language pair among those of the lexicon.</param>
public sealed class PairAdapter(StemLexicon? lexicon, int languages)
{
    /// <summary>
    /// What a link of the encoder counts. So little hardly moves a word that the model knows well, and decides about
    /// one that it does not know (docs/methods.md, "A saved model").
    /// </summary>
    private const float LinkWeight = 0.02f;

    /// <summary>What two words count that are spelled alike.</summary>
    private const float CognateWeight = 0.1f;

    /// <summary>Counts what is known of a pair.</summary>
    /// <param name="pair">The pair as the model knows it; neither side is empty.</param>
    /// <param name="words">Its words.</param>
    /// <param name="links">The links that an encoder found in it.</param>
    public PairCounts Count(EncodedPair pair, TokenizedPair words, IReadOnlyList<ScoredLink> links)
    {
        PairCounts counts = new(words.Source.Count, words.Target.Count);
        foreach (((int i, int j), float probability) in links)
        {
            counts.Add(i, j, LinkWeight * probability);
        }

        AddTranslations(words, counts);
        AddCognates(pair, words, counts);
        return counts;
    }

    private void AddTranslations(TokenizedPair words, PairCounts counts)
    {
        if (lexicon is null)
        {
            return;
        }

        ulong[] sources = [.. words.Source.Select(StemHash.Of)], targets = [.. words.Target.Select(StemHash.Of)];
        for (int i = 0; i < sources.Length; i++)
        {
            for (int j = 0; j < targets.Length; j++)
            {
                counts.Add(i, j, (float)lexicon.CountOf(languages, sources[i], targets[j]));
            }
        }
    }

    /// <summary>Words of which the model knows both have translations in it already.</summary>
    private static void AddCognates(EncodedPair pair, TokenizedPair words, PairCounts counts)
    {
        string[] sources = Lower(words.Source), targets = Lower(words.Target);
        for (int i = 0; i < sources.Length; i++)
        {
            for (int j = 0; j < targets.Length; j++)
            {
                if (!pair.Source.Knows(i) || !pair.Target.Knows(j))
                {
                    counts.Add(i, j, CognateWeight * CognatePrior.Count(sources[i], targets[j]));
                }
            }
        }
    }

    private static string[] Lower(IReadOnlyList<string> words) => [.. words.Select(word => word.ToLowerInvariant())];
}
