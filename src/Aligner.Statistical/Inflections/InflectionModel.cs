using Aligner.Core.Alignments;

namespace Aligner.Statistical.Inflections;

/// <summary>The rules for the words of both sides.</summary>
/// <param name="Source">For source words: target suffixes express them.</param>
/// <param name="Target">For target words: source suffixes express them.</param>
public sealed record InflectionModel(InflectionRules Source, InflectionRules Target)
{
    /// <summary>No rules.</summary>
    public static InflectionModel None { get; } = new(InflectionRules.None, InflectionRules.None);

    /// <summary>Whether there are no rules.</summary>
    public bool IsEmpty => Source.All.Count + Target.All.Count == 0;

    /// <summary>These rules, and those of an earlier model that are not among them.</summary>
    public InflectionModel With(InflectionModel earlier) =>
        new(Source.With(earlier.Source), Target.With(earlier.Target));

    /// <summary>Finds links between words that have none and the inflected words that express them.</summary>
    /// <param name="source">The source words.</param>
    /// <param name="target">The target words.</param>
    /// <param name="links">The links of the pair.</param>
    /// <param name="threshold">What a link that is found is more probable than.</param>
    public IReadOnlyList<ScoredLink> Find(
        IReadOnlyList<string> source, IReadOnlyList<string> target, IReadOnlyList<Link> links, float threshold)
    {
        Dictionary<Link, float> found = [];
        SideLinks side = new();
        side.Fill(links, source.Count);
        Add(Source, source, target, side, Raise);
        side.Fill(links.Select(link => link.Swap()), target.Count);
        Add(Target, target, source, side, (link, probability) => Raise(link.Swap(), probability));
        return [.. found.Select(link => new ScoredLink(link.Key, link.Value))];

        void Raise(Link link, float probability)
        {
            if (probability > threshold)
            {
                found[link] = Math.Max(probability, found.GetValueOrDefault(link));
            }
        }
    }

    private static void Add(
        InflectionRules rules,
        IReadOnlyList<string> words,
        IReadOnlyList<string> translations,
        SideLinks links,
        Action<Link, float> add)
    {
        if (rules.All.Count == 0)
        {
            return;
        }

        Span<int> places = stackalloc int[2 * rules.MaxDistance];
        for (int head = 0; head < words.Count; head++)
        {
            if (links.Counts[head] != 1)
            {
                continue;
            }

            int partner = links.Partner(head);
            foreach (int place in places[..InflectionKernel.Unlinked(links.Counts, head, places)])
            {
                add(
                    new Link(place, partner),
                    rules.Probability(words[place], place < head, translations[partner]));
            }
        }
    }
}
