using System.Text;

namespace Aligner.Statistical.Inflections;

/// <summary>The last letters of words.</summary>
internal static class Suffixes
{
    /// <summary>Code points of a word that are left without its suffix, at least.</summary>
    private const int MinStemLength = 2;

    /// <summary>The suffix of so many code points; empty where too little of the word would be left.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, int length)
    {
        int start = Skip(word, word.Length, length);
        return Skip(word, start, MinStemLength) < 0 ? [] : word[start..];
    }

    /// <summary>Goes back so many code points; negative where there are not as many.</summary>
    private static int Skip(ReadOnlySpan<char> word, int end, int codePoints)
    {
        while (codePoints-- > 0 && end >= 0)
        {
            Rune.DecodeLastFromUtf16(word[..end], out _, out int consumed);
            end -= Math.Max(1, consumed);
        }

        return end;
    }
}
