using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Tests.Pairs;

/// <summary>Pairs for tests.</summary>
internal static class Linked
{
    /// <summary>Words between blanks, with links such as <c>0-0:0.5</c>; certain without a number.</summary>
    public static AlignedPair Pair(string source, string target, string links, long line = 1)
    {
        TokenizedPair words = new(Split(source), Split(target));
        ScoredLink[] scored = [.. Split(links).Select(Link)];
        return new AlignedPair(
            line, words, ScoredAlignment.OfLinks(scored, words.Source.Count, words.Target.Count));
    }

    private static ScoredLink Link(string text)
    {
        string[] parts = text.Split('-', ':');
        return new ScoredLink(
            new Link(
                int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)),
            parts.Length == 3 ? float.Parse(parts[2], CultureInfo.InvariantCulture) : 1);
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
