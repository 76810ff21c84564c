using System.Globalization;
using System.Text;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>A phrase pair with its words and the links inside, once for each place where it occurs.</summary>
/// <param name="Source">The source words, with blanks between them.</param>
/// <param name="Target">The target words, likewise.</param>
/// <param name="Links">The links inside, in target-then-source order: <c>0-0 2-1</c>.</param>
/// <param name="Previous">The orientation with respect to the target word before it.</param>
/// <param name="Next">The orientation with respect to the target word after it.</param>
public sealed record ExtractedPhrase(
    string Source, string Target, string Links, Orientation Previous, Orientation Next)
{
    /// <summary>All consistent phrase pairs of a sentence pair.</summary>
    /// <param name="pair">The sentence pair.</param>
    /// <param name="maxLength">Most words of a phrase, on each side.</param>
    public static IEnumerable<ExtractedPhrase> AllOf(AlignedPair pair, int maxLength)
    {
        IReadOnlyList<ScoredLink> links = pair.Links.Links;
        (int sourceLength, int targetLength) = (pair.Words.Source.Count, pair.Words.Target.Count);
        List<PhrasePair> phrases = [];
        PhraseExtractor.Extract(links, sourceLength, targetLength, maxLength, phrases);
        Orientations orientations = new(links, sourceLength, targetLength);
        Link[] byTarget =
            [.. links.Select(scored => scored.Link).OrderBy(link => link.Target).ThenBy(link => link.Source)];
        return phrases.Select(phrase => new ExtractedPhrase(
            Words(pair.Words.Source, phrase.SourceStart, phrase.SourceEnd),
            Words(pair.Words.Target, phrase.TargetStart, phrase.TargetEnd),
            Inside(phrase, byTarget),
            orientations.Previous(phrase),
            orientations.Next(phrase)));
    }

    /// <summary>The words of a phrase, with blanks between them.</summary>
    internal static string Words(IReadOnlyList<string> words, int start, int end) =>
        string.Join(' ', Enumerable.Range(start, end - start).Select(k => words[k]));

    private static string Inside(PhrasePair phrase, Link[] byTarget)
    {
        StringBuilder inside = new();
        foreach ((int source, int target) in byTarget)
        {
            // No word inside is linked to a word outside.
            if (target >= phrase.TargetStart && target < phrase.TargetEnd)
            {
                inside.Append(
                    CultureInfo.InvariantCulture,
                    $"{(inside.Length > 0 ? " " : "")}{source - phrase.SourceStart}-{target - phrase.TargetStart}");
            }
        }

        return inside.ToString();
    }
}
