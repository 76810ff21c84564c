namespace Aligner.Applications.Phrases;

/// <summary>Two runs of words of a sentence pair that are linked to each other and to nothing else.</summary>
/// <param name="SourceStart">0-based index of the first source word.</param>
/// <param name="SourceEnd">Index just past the last source word.</param>
/// <param name="TargetStart">0-based index of the first target word.</param>
/// <param name="TargetEnd">Index just past the last target word.</param>
public readonly record struct PhrasePair(int SourceStart, int SourceEnd, int TargetStart, int TargetEnd)
{
    /// <summary>The number of source words.</summary>
    public int SourceLength => SourceEnd - SourceStart;

    /// <summary>The number of target words.</summary>
    public int TargetLength => TargetEnd - TargetStart;
}
