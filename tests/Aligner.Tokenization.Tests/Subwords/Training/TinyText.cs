using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Tokenization.Tests.Subwords.Training;

/// <summary>Runs and models small enough to enumerate.</summary>
internal static class TinyText
{
    public static ParallelOptions OneThread { get; } = new() { MaxDegreeOfParallelism = 1 };

    /// <summary>Runs with weights, all characters kept.</summary>
    public static RunText Of(params (string Run, double Weight)[] runs) =>
        RunText.Build(runs.ToDictionary(run => run.Run, run => run.Weight), coverage: 1);

    /// <summary>Pieces with probabilities, single characters first.</summary>
    public static PieceTable Pieces(params (string Text, double Probability)[] pieces) => new(
        [.. pieces.Select(piece => piece.Text)],
        [.. pieces.Select(piece => Math.Log(piece.Probability))],
        pieces.Count(piece => piece.Text.Length == 1));

    /// <summary>All ways to cut a run into pieces.</summary>
    public static IEnumerable<int[]> Segmentations(PieceTable pieces, string run) => run.Length == 0
        ? [[]]
        : from id in Enumerable.Range(0, pieces.Count)
          where run.StartsWith(pieces.Texts[id], StringComparison.Ordinal)
          from rest in Segmentations(pieces, run[pieces.Texts[id].Length..])
          select (int[])[id, .. rest];

    public static double Probability(PieceTable pieces, int[] segmentation) =>
        Math.Exp(segmentation.Sum(id => pieces.Scores[id]));

    /// <summary>What forward-backward finds in a text.</summary>
    public static (double LogProbability, double[] Counts) Expect(RunText text, PieceTable pieces)
    {
        double[] counts = new double[pieces.Count];
        LatticeShard shard = new(text, 0, text.Count, pieces.ToTrie());
        return (shard.Expect(Array.ConvertAll(pieces.Scores, Math.Exp), counts), counts);
    }

    /// <summary>What the Viterbi search finds in a text.</summary>
    public static (double LogProbability, double[] Counts) CountBest(RunText text, PieceTable pieces)
    {
        double[] counts = new double[pieces.Count];
        LatticeShard shard = new(text, 0, text.Count, pieces.ToTrie());
        return (shard.CountBest(pieces.Scores, counts), counts);
    }
}
