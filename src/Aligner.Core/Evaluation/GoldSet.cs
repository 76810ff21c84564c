using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>The gold alignments that hypotheses are measured against.</summary>
/// <param name="Name">Name for messages, such as the file's.</param>
/// <param name="Alignments">One for each sentence pair.</param>
/// <param name="Lengths">
/// Tokens of each sentence pair. Without it a pair is taken to end at the largest index in gold or hypothesis, which
/// does not see unaligned words at the end.
/// </param>
public sealed record GoldSet(
    string Name, IReadOnlyList<GoldAlignment> Alignments, IReadOnlyList<SentenceLengths>? Lengths = null);
