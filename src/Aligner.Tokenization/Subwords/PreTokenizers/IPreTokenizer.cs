namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>A step that splits segments, and may rewrite them. Threads may share it.</summary>
internal interface IPreTokenizer
{
    /// <summary>Splits every segment of <paramref name="text"/>.</summary>
    void Split(SegmentedText text);

    /// <summary>The step that rewrites characters as this one does, but leaves segments whole.</summary>
    IPreTokenizer WithoutSplitting { get; }
}
