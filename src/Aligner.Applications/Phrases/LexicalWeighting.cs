using Aligner.Applications.Counts;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>The lexical weights of phrase pairs (Koehn, Och and Marcu 2003, section 4.4).</summary>
internal static class LexicalWeighting
{
    /// <summary>Weighs a phrase pair.</summary>
    /// <param name="source">The source words.</param>
    /// <param name="target">The target words.</param>
    /// <param name="links">The links inside.</param>
    /// <param name="counts">How often words are linked in the whole text.</param>
    public static LexicalWeights Weigh(string[] source, string[] target, Link[] links, WordPairCounts counts)
    {
        ILookup<int, int> ofTarget = links.ToLookup(link => link.Target, link => link.Source);
        ILookup<int, int> ofSource = links.ToLookup(link => link.Source, link => link.Target);
        double targetGivenSource = Product(
            target.Length,
            j => ofTarget[j],
            (j, i) => counts.Probabilities(i is { } word ? source[word] : null, target[j]).TargetGivenSource);
        double sourceGivenTarget = Product(
            source.Length,
            i => ofSource[i],
            (i, j) => counts.Probabilities(source[i], j is { } word ? target[word] : null).SourceGivenTarget);
        return new LexicalWeights(sourceGivenTarget, targetGivenSource);
    }

    private static double Product(int length, Func<int, IEnumerable<int>> linked, Func<int, int?, double> probability)
    {
        double product = 1;
        for (int word = 0; word < length; word++)
        {
            product *= linked(word).Select(other => (int?)other).DefaultIfEmpty()
                .Average(other => probability(word, other));
        }

        return product;
    }
}
