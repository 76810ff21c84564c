namespace Aligner.Core.Corpora;

/// <summary>A sentence and its translation as they stand in the bitext.</summary>
/// <param name="Line">1-based line in the input.</param>
/// <param name="Source">Source sentence, without line ending.</param>
/// <param name="Target">Target sentence, without line ending.</param>
public sealed record SentencePair(long Line, string Source, string Target)
{
    /// <summary>
    /// The whole line, which may have more columns, without line ending; null, the default, where the pair is not a
    /// line of one file.
    /// </summary>
    public string? Text { get; init; }
}
