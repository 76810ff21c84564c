using Aligner.Core;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords;

/// <summary>A text that is rewritten step by step; each character knows its place in the original.</summary>
/// <remarks>
/// A step appends its output with <see cref="Keep"/> and <see cref="Replace"/>, left to right, and
/// ends with <see cref="Commit"/>. Buffers are reused: a text serves one thread at a time.
/// </remarks>
internal sealed class AlignedText
{
    /// <summary>Steps that each make a text ten times as long soon take all memory: 12 bytes a character.</summary>
    private const int MaxLength = 1 << 25;

    private char[] _chars = new char[64];
    private TokenSpan[] _origins = new TokenSpan[64];
    private char[] _nextChars = new char[64];
    private TokenSpan[] _nextOrigins = new TokenSpan[64];

    /// <summary>The text as it is now.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>The text, for steps that change characters and no lengths.</summary>
    public Span<char> Editable => _chars.AsSpan(0, Length);

    /// <summary>Length of <see cref="Chars"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Length of the output so far.</summary>
    public int Written { get; private set; }

    /// <summary>Starts with a part of an original text; lone surrogates and U+FFFE become U+FFFD.</summary>
    /// <param name="source">The part.</param>
    /// <param name="offset">Where it starts in the original.</param>
    public void Reset(ReadOnlySpan<char> source, int offset)
    {
        Written = 0;
        EnsureCapacity(source.Length);
        source.CopyTo(_nextChars);
        for (int i = 0; i < source.Length; i++)
        {
            _nextOrigins[i] = new TokenSpan(offset + i, 1);
            if (source[i] < '\uD800')
            {
                continue;
            }

            if (i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]))
            {
                _nextOrigins[i] = _nextOrigins[i + 1] = new TokenSpan(offset + i, 2);
                i++;
            }
            else if (char.IsSurrogate(source[i]) || source[i] == '\uFFFE')
            {
                _nextChars[i] = '\uFFFD';
            }
        }

        Written = source.Length;
        Commit();
    }

    /// <summary>The part of the original that the characters of a span, not empty, stand for.</summary>
    public TokenSpan Origin(TokenSpan span)
    {
        int start = _origins[span.Start].Start;
        return new TokenSpan(start, Math.Max(_origins[span.End - 1].End - start, 0));
    }

    /// <summary>Appends the characters from <paramref name="start"/> to <paramref name="end"/> as they are.</summary>
    public void Keep(int start, int end)
    {
        int length = end - start;
        EnsureCapacity(length);
        Array.Copy(_chars, start, _nextChars, Written, length);
        Array.Copy(_origins, start, _nextOrigins, Written, length);
        Written += length;
    }

    /// <summary>
    /// Appends <paramref name="text"/> in place of the characters from <paramref name="start"/> to
    /// <paramref name="end"/>, which are not empty.
    /// </summary>
    public void Replace(int start, int end, ReadOnlySpan<char> text)
    {
        TokenSpan origin = Origin(new TokenSpan(start, end - start));
        EnsureCapacity(text.Length);
        text.CopyTo(_nextChars.AsSpan(Written));
        _nextOrigins.AsSpan(Written, text.Length).Fill(origin);
        Written += text.Length;
    }

    /// <summary>Makes the output the text.</summary>
    public void Commit()
    {
        (_chars, _nextChars) = (_nextChars, _chars);
        (_origins, _nextOrigins) = (_nextOrigins, _origins);
        Length = Written;
        Written = 0;
    }

    private void EnsureCapacity(int more)
    {
        if (Written + more > _nextChars.Length)
        {
            long needed = (long)Written + more;
            if (needed > MaxLength)
            {
                throw new DataException($"the tokenizer makes a text of more than {MaxLength} characters of one");
            }

            int capacity = (int)Math.Max(needed, _nextChars.Length * 2L);
            Array.Resize(ref _nextChars, capacity);
            Array.Resize(ref _nextOrigins, capacity);
        }
    }
}
