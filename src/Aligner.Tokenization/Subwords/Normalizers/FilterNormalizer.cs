using System.Text;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Drops characters.</summary>
/// <param name="drops">Whether a character goes; false for all of ASCII.</param>
internal sealed class FilterNormalizer(Func<Rune, bool> drops) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        if (Ascii.IsValid(chars))
        {
            return;
        }

        for (int i = 0; i < chars.Length;)
        {
            Rune rune = RuneClasses.At(chars, i);
            int end = i + rune.Utf16SequenceLength;
            if (!drops(rune))
            {
                text.Keep(i, end);
            }

            i = end;
        }

        text.Commit();
    }
}
