namespace Aligner.Core.Evaluation;

/// <summary>What an evaluation found of one hypothesis.</summary>
/// <param name="Name">The hypothesis' name.</param>
/// <param name="Score">Scores of the whole corpus.</param>
/// <param name="Sentences">Counts of each sentence pair, whose scores derive from them.</param>
/// <param name="LinkTypes">Counts by <see cref="LinkTypeClassifier"/>.</param>
/// <param name="Distances">Counts by <see cref="DiagonalDistanceClassifier"/>.</param>
/// <param name="NullWords">Words without links, in gold and hypothesis.</param>
/// <param name="Warnings">What looks wrong with the input; see <see cref="Diagnosis"/>.</param>
public sealed record SystemReport(
    string Name,
    Score Score,
    IReadOnlyList<LinkCounts> Sentences,
    Breakdown LinkTypes,
    Breakdown Distances,
    NullWordCounts NullWords,
    IReadOnlyList<string> Warnings);
