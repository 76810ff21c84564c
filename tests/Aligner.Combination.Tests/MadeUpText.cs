using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests;

/// <summary>A text of pairs whose evidence is made up; null for a pair with an empty side.</summary>
internal sealed class MadeUpText(params PairEvidence?[] pairs) : IEvidenceSource
{
    public int Count => pairs.Length;

    public T[] Judge<T>(Func<PairEvidence, T> read, T empty) =>
        [.. pairs.Select(pair => pair is null ? empty : read(pair))];
}
