
namespace Aligner.Applications.Filtering;

/// <summary>A pair that may be noise.</summary>
/// <param name="Source">The source sentence.</param>
/// <param name="Target">The target sentence.</param>
/// <param name="Links">
/// Its words and links. The words are best without punctuation: tokens, as of <c>--units tokens</c>.
/// </param>
public sealed record FilterPair(string Source, string Target, AlignedPair Links);
