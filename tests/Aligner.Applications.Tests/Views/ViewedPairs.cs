using Aligner.Applications.Views;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Applications.Tests.Views;

/// <summary>Pairs that are quickly written down.</summary>
internal static class ViewedPairs
{
    /// <summary>A pair of words with blanks between.</summary>
    /// <param name="words">Such as <c>a b ||| c d</c>.</param>
    /// <param name="gold">Source and target of each sure link; null for no gold.</param>
    /// <param name="systems">The links of each system.</param>
    public static ViewedPair Of(string words, (int, int)[]? gold, params (int, int)[][] systems)
    {
        string[][] sides = [.. words.Split(" ||| ").Select(side => side.Split(' '))];
        return new ViewedPair(
            1,
            new TokenizedPair(sides[0], sides[1]),
            [.. systems.Select(links => AnnotatedAlignment.From(Links(links)))],
            gold is null ? null : new GoldAlignment(Links(gold), Alignment.Empty));
    }

    private static Alignment Links((int Source, int Target)[] links) =>
        Alignment.Of(links.Select(link => new Link(link.Source, link.Target)));
}
