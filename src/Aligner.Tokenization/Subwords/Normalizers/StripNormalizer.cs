namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Drops white space at the ends.</summary>
internal sealed class StripNormalizer(bool left, bool right) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        int start = left ? chars.Length - chars.TrimStart().Length : 0;
        int end = right ? chars.TrimEnd().Length : chars.Length;
        text.Keep(start, Math.Max(start, end));
        text.Commit();
    }
}
