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
            int end = i;
            do
            {
                end += StringInfo.GetNextTextElementLength(chars[end..]);
            }
            while (end < chars.Length && MayCompose(chars[end]));

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

    /// <summary>Whether it may become a vowel or final of Hangul, which joins the cluster before it.</summary>
    private static bool MayCompose(char c) =>
        c is (>= '\u1160' and <= '\u11FF') or (>= '\u3131' and <= '\u318E') or (>= '\uFFA0' and <= '\uFFDC')
        && c.ToString().Normalize(NormalizationForm.FormKC)[0] is >= '\u1160' and <= '\u11FF';
}
