using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Combination;

/// <summary>The words of a pair by their stems: the first spelling of the model that is coarser than words.</summary>
/// <param name="Source">A number for each source word.</param>
/// <param name="Target">A number for each target word.</param>
internal sealed record StemmedPair(ReadOnlyMemory<int> Source, ReadOnlyMemory<int> Target)
{
    /// <summary>The stems of a pair; its words, if the model has no coarser spelling.</summary>
    public static StemmedPair Of(EncodedPair pair) => new(Stems(pair.Source), Stems(pair.Target));

    private static ReadOnlyMemory<int> Stems(EncodedSentence sentence) =>
        sentence.Factors[Math.Min(1, sentence.Factors.Count - 1)];
}
