using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Brings text to a Unicode normalization form, one grapheme cluster after the other.</summary>
internal sealed class UnicodeNormalizer(NormalizationForm form) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        if (Ascii.IsValid(chars) || chars.IsNormalized(form))
        {
            return;
        }

        for (int i = 0; i < chars.Length;)
        {
            int end = i + StringInfo.GetNextTextElementLength(chars[i..]);
            string cluster = chars[i..end].ToString();
            string normalized = cluster.Normalize(form);
            if (normalized == cluster)
            {
                text.Keep(i, end);
            }
            else
            {
                text.Replace(i, end, normalized);
            }

            i = end;
        }

        text.Commit();
    }
}
