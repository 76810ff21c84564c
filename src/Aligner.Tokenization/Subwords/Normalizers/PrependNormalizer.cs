namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Puts <paramref name="prefix"/> before text that is not empty; it stands for the first character.</summary>
internal sealed class PrependNormalizer(string prefix) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        if (text.Length > 0)
        {
            text.Replace(0, 1, prefix);
            text.Keep(0, text.Length);
            text.Commit();
        }
    }
}
