using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests;

/// <summary>Evidence by experts that are made up.</summary>
internal static class MadeUp
{
    /// <summary>What experts say of a pair.</summary>
    public static PairEvidence Pair(int sourceLength, int targetLength, params Opinion[] opinions)
    {
        PairEvidence pair = new([.. opinions.Select(opinion => opinion.Expert)]);
        Judge(pair, sourceLength, targetLength, opinions);
        return pair;
    }

    /// <summary>Lets the experts judge the next pair.</summary>
    public static void Judge(PairEvidence pair, int sourceLength, int targetLength, params Opinion[] opinions)
    {
        pair.Begin(sourceLength, targetLength);
        pair.Describe(Words(sourceLength, "source"), Words(targetLength, "target"));
        for (int k = 0; k < opinions.Length; k++)
        {
            if (opinions[k].Rows is { } rows)
            {
                Fill(pair.Judge(k), rows);
                pair[k].LogProbability = opinions[k].LogProbability;
            }
        }
    }

    /// <summary>Sets the cells of the words.</summary>
    public static void Fill(LinkTable table, float[][] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].CopyTo(table.Row(i));
        }
    }

    /// <summary>The cells of the words, a row for each source word.</summary>
    public static float[][] Rows(LinkTable table) =>
        [.. Enumerable.Range(0, table.SourceLength).Select(i => table.Row(i).ToArray())];

    private static WordTraits[] Words(int count, string text) => [.. Enumerable.Repeat(WordTraits.Of(text, -9), count)];
}
