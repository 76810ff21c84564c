using System.Text;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Lower-cases each character by itself: Σ becomes σ everywhere, İ becomes i and U+0307.</summary>
internal sealed class LowercaseNormalizer : INormalizer
{
    private const char DottedCapitalI = '\u0130';

    public void Normalize(AlignedText text)
    {
        if (text.Chars.Contains(DottedCapitalI))
        {
            ReplaceDottedCapitals(text);
        }

        Span<char> chars = text.Editable;
        for (int i = 0; i < chars.Length; i++)
        {
            if (char.IsSurrogate(chars[i]))
            {
                Rune.ToLowerInvariant(RuneClasses.At(chars, i)).EncodeToUtf16(chars[i..]);
                i++;
            }
            else
            {
                chars[i] = char.ToLowerInvariant(chars[i]);
            }
        }
    }

    private static void ReplaceDottedCapitals(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        for (int i = 0; i < chars.Length; i++)
        {
            if (chars[i] == DottedCapitalI)
            {
                text.Replace(i, i + 1, "i\u0307");
            }
            else
            {
                text.Keep(i, i + 1);
            }
        }

        text.Commit();
    }
}
