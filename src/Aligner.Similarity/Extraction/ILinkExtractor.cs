using Aligner.Core.Alignments;

namespace Aligner.Similarity.Extraction;

/// <summary>A rule that decides which words are linked from how similar they are.</summary>
/// <remarks>Safe to share between threads. Scratch memory is pooled: a call allocates its result alone.</remarks>
public interface ILinkExtractor
{
    /// <summary>Chooses the links.</summary>
    /// <param name="similarity">
    /// Row-major, <paramref name="sourceLength"/> × <paramref name="targetLength"/>, finite. Rules that report the
    /// similarity as the score of a link expect values from 0 to 1, and clamp it.
    /// </param>
    /// <param name="sourceLength">Number of rows, 0 or more.</param>
    /// <param name="targetLength">Number of columns, 0 or more.</param>
    /// <param name="scores">Receives a score from 0 to 1 for each cell of the matrix, linked or not.</param>
    /// <returns>Links in source-then-target order with scores from 0 to 1; none if a side is empty.</returns>
    /// <exception cref="ArgumentException">The matrix, or the scores, do not have that many values.</exception>
    /// <exception cref="Core.DataException">A value is not finite.</exception>
    ScoredLink[] Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores);

    /// <summary>Chooses the links, without the scores of others.</summary>
    /// <inheritdoc cref="Extract(ReadOnlySpan{float}, int, int, Span{float})" />
    ScoredLink[] Extract(ReadOnlySpan<float> similarity, int sourceLength, int targetLength);
}
