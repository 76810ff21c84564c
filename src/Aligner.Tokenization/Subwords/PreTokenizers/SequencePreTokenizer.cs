namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Steps one after the other; without steps, segments stay as they are.</summary>
internal sealed class SequencePreTokenizer(IReadOnlyList<IPreTokenizer> steps) : IPreTokenizer
{
    /// <summary>Leaves segments as they are.</summary>
    public static SequencePreTokenizer None { get; } = new([]);

    public IPreTokenizer WithoutSplitting =>
        new SequencePreTokenizer([.. steps.Select(step => step.WithoutSplitting)]);

    public void Split(SegmentedText text)
    {
        foreach (IPreTokenizer step in steps)
        {
            step.Split(text);
        }
    }
}
