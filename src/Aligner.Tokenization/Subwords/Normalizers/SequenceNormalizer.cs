namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Steps one after the other; without steps, text stays as it is.</summary>
internal sealed class SequenceNormalizer(IReadOnlyList<INormalizer> steps) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        foreach (INormalizer step in steps)
        {
            step.Normalize(text);
        }
    }
}
