using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Tests;

/// <summary>Makes pairs for tests.</summary>
internal static class AlignedPairs
{
    /// <summary>A pair of words between blanks with links such as <c>0-0 1-2</c>, each of probability 1.</summary>
    public static AlignedPair Of(string source, string target, string links, long line = 1)
    {
        TokenizedPair words = new(Words(source), Words(target));
        ScoredLink[] scored = [.. Links(links).Order().Select(link => new ScoredLink(link, 1))];
        return new AlignedPair(
            line, words, ScoredAlignment.OfLinks(scored, words.Source.Count, words.Target.Count));
    }

    /// <summary>Links such as <c>0-0 1-2</c>.</summary>
    public static IEnumerable<Link> Links(string links) => Words(links).Select(Parse);

    /// <summary>Pairs with few different words and random links, the same for a seed.</summary>
    public static IEnumerable<AlignedPair> Random(int count, ulong seed, int maxLength = 8)
    {
        SplitMix64 random = new(seed);
        for (int line = 1; line <= count; line++)
        {
            (int n, int m) = (random.NextIndex(maxLength + 1), random.NextIndex(maxLength + 1));
            ScoredLink[] links =
            [
                .. Enumerable.Range(0, n)
                    .SelectMany(i => Enumerable.Range(0, m).Select(j => new Link(i, j)))
                    .Where(_ => random.NextIndex(5) == 0)
                    .Select(link => new ScoredLink(link, 1)),
            ];
            TokenizedPair words = new(
                [.. Enumerable.Range(0, n).Select(_ => $"s{random.NextIndex(4)}")],
                [.. Enumerable.Range(0, m).Select(_ => $"t{random.NextIndex(4)}")]);
            yield return new AlignedPair(line, words, ScoredAlignment.OfLinks(links, n, m));
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Link Parse(string link) => link.Split('-') is [var source, var target]
        ? new Link(int.Parse(source, CultureInfo.InvariantCulture), int.Parse(target, CultureInfo.InvariantCulture))
        : throw new ArgumentException(link);
}
