namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Steps one after the other; without steps, segments stay as they are.</summary>
internal sealed class SequencePreTokenizer(IReadOnlyList<IPreTokenizer> steps) : IPreTokenizer
{
    public void Split(SegmentedText text)
    {
        foreach (IPreTokenizer step in steps)
        {
            step.Split(text);
        }
    }
}
