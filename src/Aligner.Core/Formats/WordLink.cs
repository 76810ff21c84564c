using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>A link that is given by its words, not by their places.</summary>
/// <param name="Source">The source word.</param>
/// <param name="Target">The target word.</param>
public sealed record WordLink(string Source, string Target)
{
    /// <summary>The same link seen from the target side.</summary>
    public WordLink Swap() => new(Target, Source);

    /// <summary>
    /// The places of words that are linked. A pair of words that is linked n times and occurs more often gets the n
    /// links nearest to the diagonal, as far as possible of different words.
    /// </summary>
    /// <exception cref="DataException">A word is not among the tokens.</exception>
    internal static IEnumerable<Link> Resolve(IReadOnlyList<WordLink> mentions, TokenizedPair tokens)
    {
        ILookup<string, int> source = Places(tokens.Source);
        ILookup<string, int> target = Places(tokens.Target);
        foreach (IGrouping<WordLink, WordLink> same in mentions.GroupBy(mention => mention))
        {
            (int[] sources, int[] targets) = ([.. source[same.Key.Source]], [.. target[same.Key.Target]]);
            if (sources.Length == 0 || targets.Length == 0)
            {
                (string word, string side) = sources.Length == 0
                    ? (same.Key.Source, "source")
                    : (same.Key.Target, "target");
                throw new DataException($"the linked word {Excerpt.Quote(word)} is not in the {side} sentence");
            }

            foreach (Link link in Nearest(sources, targets, same.Count(), tokens))
            {
                yield return link;
            }
        }
    }

    private static IEnumerable<Link> Nearest(int[] sources, int[] targets, int count, TokenizedPair tokens)
    {
        if (sources.Length == 1 && targets.Length == 1)
        {
            return [new Link(sources[0], targets[0])];
        }

        List<Link> ordered =
        [
            .. sources.SelectMany(_ => targets, (i, j) => new Link(i, j))
                .OrderBy(link => DistanceFromDiagonal(link, tokens)).ThenBy(link => link),
        ];
        HashSet<int> usedSources = [];
        HashSet<int> usedTargets = [];
        List<Link> apart = [];
        foreach (Link link in ordered.Where(link =>
            !usedSources.Contains(link.Source) && !usedTargets.Contains(link.Target)))
        {
            usedSources.Add(link.Source);
            usedTargets.Add(link.Target);
            apart.Add(link);
        }

        return apart.Concat(ordered.Except(apart)).Take(count);
    }

    private static long DistanceFromDiagonal(Link link, TokenizedPair tokens) => Math.Abs(
        ((2L * link.Source) + 1) * tokens.Target.Count - (((2L * link.Target) + 1) * tokens.Source.Count));

    private static ILookup<string, int> Places(IReadOnlyList<string> words) =>
        Enumerable.Range(0, words.Count).ToLookup(i => words[i]);
}
