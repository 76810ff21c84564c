namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>A step that rewrites text before it is split. Holds no state and may be shared between threads.</summary>
internal interface INormalizer
{
    /// <summary>Rewrites <paramref name="text"/>.</summary>
    void Normalize(AlignedText text);
}
