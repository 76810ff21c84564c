namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>The cleaning of SentencePiece's <c>nmt</c> rules: controls go or become spaces, as odd blanks do.</summary>
internal sealed class NmtNormalizer : INormalizer
{
    public void Normalize(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        for (int i = 0; i < chars.Length; i++)
        {
            switch (chars[i])
            {
                case (>= '\u0001' and <= '\u0008') or '\u000B' or (>= '\u000E' and <= '\u001F')
                    or '\u007F' or '\u008F' or '\u009F':
                    break;
                case '\t' or '\n' or '\f' or '\r' or '\u1680' or (>= '\u200B' and <= '\u200F') or '\u2028'
                    or '\u2029' or '\u2581' or '\uFEFF' or '\uFFFD':
                    text.Replace(i, i + 1, " ");
                    break;
                default:
                    text.Keep(i, i + 1);
                    break;
            }
        }

        text.Commit();
    }
}
