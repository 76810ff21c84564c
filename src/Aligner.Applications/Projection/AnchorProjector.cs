using Aligner.Core.Alignments;

namespace Aligner.Applications.Projection;

/// <summary>
/// Carries the word that a node of a graph is anchored to from source to target: to the word with the most probable
/// link. A word without a link goes where its nearest linked neighbor goes.
/// </summary>
/// <param name="links">The links.</param>
/// <param name="sourceLength">The number of source words.</param>
public sealed class AnchorProjector(IReadOnlyList<ScoredLink> links, int sourceLength)
{
    private readonly int?[] _targets = Targets(links, sourceLength);

    /// <summary>The target word; null where the sentence has no link.</summary>
    /// <param name="word">0-based index of the source word.</param>
    public int? Project(int word)
    {
        for (int distance = 0; distance < _targets.Length; distance++)
        {
            if ((At(word - distance) ?? At(word + distance)) is { } target)
            {
                return target;
            }
        }

        return null;
    }

    private static int?[] Targets(IReadOnlyList<ScoredLink> links, int sourceLength)
    {
        int?[] targets = new int?[sourceLength];
        foreach (IGrouping<int, ScoredLink> word in links.GroupBy(link => link.Link.Source))
        {
            targets[word.Key] = word.MaxBy(link => link.Probability).Link.Target;
        }

        return targets;
    }

    private int? At(int word) => word >= 0 && word < _targets.Length ? _targets[word] : null;
}
