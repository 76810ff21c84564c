using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;

namespace Aligner.Statistical.Tests.Experts;

/// <summary>Lets a single expert judge.</summary>
internal static class Judgment
{
    /// <summary>A pair of three source and two target words that training never saw.</summary>
    public static EncodedPair UnknownWords { get; } = new(
        new EncodedSentence([new int[] { -1, -1, -1 }], ["the", "old", "house"]),
        new EncodedSentence([new int[] { -1, -1 }], ["huset", "her"]));

    /// <summary>The table of an expert for a pair.</summary>
    public static LinkTable Of(ILinkExpert expert, EncodedPair pair)
    {
        JudgedPair judged = new([expert.About]);
        judged.Begin(pair);
        LinkTable table = judged.Evidence.Judge(0);
        expert.Judge(judged, table);
        return table;
    }

    /// <summary>Whether an expert has anything to say of a pair.</summary>
    public static bool IsKnown(ILinkExpert expert, EncodedPair pair)
    {
        JudgedPair judged = new([expert.About]);
        judged.Begin(pair);
        return expert.Knows(judged);
    }

    /// <summary>The cells of the words, a row for each source word.</summary>
    public static float[][] Rows(LinkTable table) =>
        [.. Enumerable.Range(0, table.SourceLength).Select(i => table.Row(i).ToArray())];

    /// <summary>The links whose cells are 1, where all others are 0.</summary>
    public static Alignment Links(LinkTable table)
    {
        table.Cells.ToArray().ShouldAllBe(cell => cell == 0 || cell == 1);
        return Alignment.Of(table.Above(0).Select(scored => scored.Link));
    }
}
