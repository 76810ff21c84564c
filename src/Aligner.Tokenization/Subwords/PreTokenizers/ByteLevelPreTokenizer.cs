using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Splits as GPT-2 does and writes each UTF-8 byte as a visible character.</summary>
/// <param name="addPrefix">Whether segments that do not begin with a space get one.</param>
/// <param name="splits">Whether to split.</param>
internal sealed class ByteLevelPreTokenizer(bool addPrefix, bool splits) : IPreTokenizer
{
    private static readonly char[] ByteCharacters = MakeByteCharacters();
    private static readonly PatternPreTokenizer Splitter = new(Gpt2Pattern.Find, SplitBehavior.Isolated);

    public IPreTokenizer WithoutSplitting => new ByteLevelPreTokenizer(addPrefix, splits: false);

    /// <summary>The bytes that visible characters stand for, or the UTF-8 of a piece that has others too.</summary>
    public static byte[] Bytes(string piece)
    {
        int[] values = [.. piece.Select(character => Array.IndexOf(ByteCharacters, character))];
        return values.Contains(-1) ? Encoding.UTF8.GetBytes(piece) : [.. values.Select(value => (byte)value)];
    }

    public void Split(SegmentedText text)
    {
        if (addPrefix)
        {
            AddPrefixes(text);
        }

        if (splits)
        {
            Splitter.Split(text);
        }

        WriteBytes(text);
    }

    private static void AddPrefixes(SegmentedText text)
    {
        AlignedText chars = text.Text;
        foreach (TokenSpan segment in text.Segments)
        {
            int start = chars.Written;
            if (chars.Chars[segment.Start] != ' ')
            {
                chars.Replace(segment.Start, segment.Start + 1, " ");
            }

            chars.Keep(segment.Start, segment.End);
            text.Next.Add(new TokenSpan(start, chars.Written - start));
        }

        chars.Commit();
        text.Advance();
    }

    private static void WriteBytes(SegmentedText text)
    {
        AlignedText chars = text.Text;
        Span<byte> utf8 = stackalloc byte[4];
        Span<char> visible = stackalloc char[4];
        foreach (TokenSpan segment in text.Segments)
        {
            int start = chars.Written;
            for (int i = segment.Start; i < segment.End;)
            {
                Rune rune = RuneClasses.At(chars.Chars, i);
                int length = rune.EncodeToUtf8(utf8);
                for (int k = 0; k < length; k++)
                {
                    visible[k] = ByteCharacters[utf8[k]];
                }

                chars.Replace(i, i + rune.Utf16SequenceLength, visible[..length]);
                i += rune.Utf16SequenceLength;
            }

            text.Next.Add(new TokenSpan(start, chars.Written - start));
        }

        chars.Commit();
        text.Advance();
    }

    /// <summary>Printable bytes of Latin-1 stand for themselves, the others for U+0100 and on.</summary>
    private static char[] MakeByteCharacters()
    {
        char[] characters = new char[256];
        int others = 0;
        for (int i = 0; i < characters.Length; i++)
        {
            bool isPrintable = i is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE;
            characters[i] = (char)(isPrintable ? i : 256 + others++);
        }

        return characters;
    }
}
