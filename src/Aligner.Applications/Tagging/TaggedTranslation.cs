using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Tagging;

/// <summary>
/// A machine translation with tags for its words and for the gaps between them, as in the shared tasks on quality
/// estimation (Specia et al. 2018), and the edits that are needed.
/// </summary>
/// <param name="Words">The tag of each word.</param>
/// <param name="MissingWords">
/// How many words of the reference are missing before each word, and at the end: one number more than words.
/// </param>
/// <param name="Counts">The edits.</param>
public sealed record TaggedTranslation(
    IReadOnlyList<WordTag> Words, IReadOnlyList<int> MissingWords, EditCounts Counts)
{
    /// <summary>Whether each word of the reference is in the translation, in order.</summary>
    public IReadOnlyList<bool> KeptReference { get; init; } = [];

    /// <summary>Compares a translation with its reference.</summary>
    /// <param name="pair">The translation as source, the reference as target, and the links between them.</param>
    /// <param name="ignoreCase">Whether words that differ in case alone are the same; false by default.</param>
    /// <remarks>
    /// Each word is matched with one word at most: links of equal words come first, then the more probable ones. Words
    /// are in order if they are in the longest sequence of matched words whose places rise on both sides.
    /// </remarks>
    public static TaggedTranslation Of(AlignedPair pair, bool ignoreCase = false)
    {
        TokenizedPair words = pair.Words;
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        int?[] matches = Match(pair, comparer);
        (int Word, int Target)[] matched =
        [
            .. Enumerable.Range(0, matches.Length).Where(word => matches[word] is not null)
                .Select(word => (word, matches[word]!.Value)),
        ];
        bool[] isInOrder = LongestRise.Of([.. matched.Select(match => match.Target)]);
        HashSet<int> moved = [.. matched.Where((_, k) => !isInOrder[k]).Select(match => match.Word)];
        WordTag[] tags =
        [
            .. matches.Select((target, word) =>
                target is not { } counterpart ? WordTag.Deleted
                : moved.Contains(word) ? WordTag.Shifted
                : comparer.Equals(words.Source[word], words.Target[counterpart]) ? WordTag.Ok
                : WordTag.Substituted),
        ];
        int[] missing = Missing(matches, words.Target.Count, moved);
        int substitutions = matched.Count(match =>
            !comparer.Equals(words.Source[match.Word], words.Target[match.Target]));
        return new TaggedTranslation(tags, missing, new EditCounts(
            substitutions,
            tags.Count(tag => tag == WordTag.Deleted),
            missing.Sum(),
            moved.Count(word => !IsContinued(matches, moved, word)),
            words.Target.Count))
        {
            KeptReference = Kept(matches, tags, words.Target.Count),
        };
    }

    /// <summary>
    /// Tags the words that were translated: a word is OK unless it is linked with a word of the reference that the
    /// translation has not kept, as in the data of the shared tasks on quality estimation (Fonseca et al. 2019).
    /// </summary>
    /// <param name="links">Links of the original sentence with the reference.</param>
    /// <param name="length">The number of words of the original sentence.</param>
    /// <returns>For each word of the original sentence, whether it is OK. Words without a link are.</returns>
    /// <exception cref="ArgumentException">A link lies outside of the sentences.</exception>
    public IReadOnlyList<bool> TagOriginal(Alignment links, int length)
    {
        bool[] isOk = new bool[length];
        Array.Fill(isOk, true);
        foreach ((int word, int reference) in links)
        {
            if (word >= length || reference >= KeptReference.Count)
            {
                throw new ArgumentException($"the link {word}-{reference} lies outside of the pair", nameof(links));
            }

            isOk[word] &= KeptReference[reference];
        }

        return isOk;
    }

    private static bool[] Kept(int?[] matches, WordTag[] tags, int referenceLength)
    {
        bool[] kept = new bool[referenceLength];
        for (int word = 0; word < matches.Length; word++)
        {
            if (matches[word] is { } target)
            {
                kept[target] = tags[word] == WordTag.Ok;
            }
        }

        return kept;
    }

    private static int?[] Match(AlignedPair pair, StringComparer comparer)
    {
        int?[] matches = new int?[pair.Words.Source.Count];
        HashSet<int> taken = [];
        foreach (Link link in pair.Links.Links
            .OrderByDescending(scored =>
                comparer.Equals(pair.Words.Source[scored.Link.Source], pair.Words.Target[scored.Link.Target]))
            .ThenByDescending(scored => scored.Probability)
            .ThenBy(scored => scored.Link)
            .Select(scored => scored.Link))
        {
            if (matches[link.Source] is null && taken.Add(link.Target))
            {
                matches[link.Source] = link.Target;
            }
        }

        return matches;
    }

    /// <summary>
    /// The words of the reference without a counterpart, by the gap of the translation where they belong: behind the
    /// counterpart of the reference word before them, of those that are in order.
    /// </summary>
    private static int[] Missing(int?[] matches, int referenceLength, HashSet<int> moved)
    {
        int[] missing = new int[matches.Length + 1];
        int?[] counterparts = new int?[referenceLength];
        for (int word = 0; word < matches.Length; word++)
        {
            if (matches[word] is { } target)
            {
                counterparts[target] = word;
            }
        }

        int gap = 0;
        foreach (int? word in counterparts)
        {
            if (word is null)
            {
                missing[gap]++;
            }
            else if (!moved.Contains(word.Value))
            {
                gap = word.Value + 1;
            }
        }

        return missing;
    }

    /// <summary>Whether a moved word moves together with the word before it.</summary>
    private static bool IsContinued(int?[] matches, HashSet<int> moved, int word) =>
        moved.Contains(word - 1) && matches[word - 1] + 1 == matches[word];
}
