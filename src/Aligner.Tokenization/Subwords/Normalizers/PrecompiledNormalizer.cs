using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Applies a <see cref="CharsMap"/> as Hugging Face's tokenizers do.</summary>
/// <remarks>
/// They look up each grapheme cluster of less than six UTF-8 bytes and take the <em>shortest</em> entry that it starts
/// with for the whole of it; other clusters go character by character. SentencePiece takes the longest entry anywhere:
/// see <see cref="SentencePieceNormalizer"/>.
/// </remarks>
internal sealed class PrecompiledNormalizer(CharsMap map) : INormalizer
{
    private const int MaxClusterBytes = 5;

    public void Normalize(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        if (map.KeepsAscii && !chars.ContainsAnyExceptInRange(' ', '~'))
        {
            return;
        }

        for (int i = 0; i < chars.Length;)
        {
            if (map.KeepsAscii && IsPrintable(chars[i]) && (i + 1 == chars.Length || IsPrintable(chars[i + 1])))
            {
                text.Keep(i, ++i);
                continue;
            }

            int end = i + StringInfo.GetNextTextElementLength(chars[i..]);
            ReadOnlySpan<char> cluster = chars[i..end];
            if (Encoding.UTF8.GetByteCount(cluster) <= MaxClusterBytes
                && map.Find(cluster, longest: false) is { Length: > 0 } found)
            {
                text.Replace(i, end, found.Replacement);
                i = end;
            }

            while (i < end)
            {
                i += NormalizeCharacter(text, i);
            }
        }

        text.Commit();
    }

    private static bool IsPrintable(char c) => c is >= ' ' and <= '~';

    private int NormalizeCharacter(AlignedText text, int start)
    {
        int length = RuneClasses.At(text.Chars, start).Utf16SequenceLength;
        if (map.Find(text.Chars.Slice(start, length), longest: false) is { Length: > 0 } found)
        {
            text.Replace(start, start + length, found.Replacement);
        }
        else
        {
            text.Keep(start, start + length);
        }

        return length;
    }
}
