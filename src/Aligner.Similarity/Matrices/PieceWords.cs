using Aligner.Core.Alignments;

namespace Aligner.Similarity.Matrices;

/// <summary>From pieces to words. Pieces are given by the ascending 0-based word of each.</summary>
internal static class PieceWords
{
    /// <summary>The words that have pieces, ascending, none twice.</summary>
    public static int[] Distinct(ReadOnlySpan<int> words)
    {
        List<int> distinct = new(words.Length);
        foreach (int word in words)
        {
            if (distinct.Count == 0 || distinct[^1] != word)
            {
                distinct.Add(word);
            }
        }

        return [.. distinct];
    }

    /// <summary>Writes the mean vector of the pieces of each word that has pieces.</summary>
    /// <param name="vectors">Pieces × <paramref name="dimension"/>.</param>
    /// <param name="dimension">Length of a vector.</param>
    /// <param name="words">Word of each piece.</param>
    /// <param name="means">Distinct words × <paramref name="dimension"/>.</param>
    public static void Mean(ReadOnlySpan<float> vectors, int dimension, ReadOnlySpan<int> words, Span<float> means)
    {
        means.Clear();
        int row = 0;
        for (int first = 0; first < words.Length; row++)
        {
            int end = first;
            Span<float> mean = means.Slice(row * dimension, dimension);
            for (; end < words.Length && words[end] == words[first]; end++)
            {
                ReadOnlySpan<float> vector = vectors.Slice(end * dimension, dimension);
                for (int k = 0; k < dimension; k++)
                {
                    mean[k] += vector[k];
                }
            }

            foreach (ref float value in mean)
            {
                value /= end - first;
            }

            first = end;
        }
    }

    /// <summary>Links words any of whose pieces are linked, with the highest score of these links.</summary>
    /// <param name="links">Links of pieces, in any order.</param>
    /// <param name="sourceWords">Word of each source piece.</param>
    /// <param name="targetWords">Word of each target piece.</param>
    /// <returns>Links of words in source-then-target order, none twice.</returns>
    public static ScoredLink[] Links(
        ReadOnlySpan<ScoredLink> links, ReadOnlySpan<int> sourceWords, ReadOnlySpan<int> targetWords)
    {
        ScoredLink[] words = new ScoredLink[links.Length];
        for (int k = 0; k < links.Length; k++)
        {
            Link link = links[k].Link;
            words[k] = links[k] with { Link = new Link(sourceWords[link.Source], targetWords[link.Target]) };
        }

        Array.Sort(words, static (left, right) => left.Link == right.Link
            ? right.Probability.CompareTo(left.Probability)
            : left.Link.CompareTo(right.Link));
        int count = 0;
        foreach (ScoredLink word in words)
        {
            if (count == 0 || words[count - 1].Link != word.Link)
            {
                words[count++] = word;
            }
        }

        return count == words.Length ? words : words[..count];
    }
}
