namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>
/// The normalizer of SentencePiece (Kudo and Richardson 2018): the longest entry of the map at each place, then runs of
/// spaces and spaces at the ends go, a space before the text, and U+2581 for spaces.
/// </summary>
internal sealed class SentencePieceNormalizer : INormalizer
{
    public const string Space = "\u2581";

    private readonly CharsMap? _map;
    private readonly bool _removeExtraSpaces;
    private readonly PrependNormalizer? _prefix;

    /// <param name="map">The map, or null for none.</param>
    /// <param name="removeExtraSpaces">Drop spaces at the ends and all but the first of several.</param>
    /// <param name="addPrefix">Put a space before text that is not empty.</param>
    public SentencePieceNormalizer(CharsMap? map, bool removeExtraSpaces, bool addPrefix)
    {
        _map = map;
        _removeExtraSpaces = removeExtraSpaces;
        _prefix = addPrefix ? new PrependNormalizer(Space) : null;
    }

    public void Normalize(AlignedText text)
    {
        if (_map is not null)
        {
            ApplyMap(text, _map);
        }

        EscapeSpaces(text);
        _prefix?.Normalize(text);
    }

    private static void ApplyMap(AlignedText text, CharsMap map)
    {
        ReadOnlySpan<char> chars = text.Chars;
        for (int i = 0; i < chars.Length;)
        {
            (int length, string replacement) = map.Find(chars[i..], longest: true);
            if (length > 0)
            {
                text.Replace(i, i + length, replacement);
            }
            else
            {
                length = RuneClasses.At(chars, i).Utf16SequenceLength;
                text.Keep(i, i + length);
            }

            i += length;
        }

        text.Commit();
    }

    private void EscapeSpaces(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        int end = _removeExtraSpaces ? chars.TrimEnd(' ').Length : chars.Length;
        bool skips = _removeExtraSpaces;
        for (int i = 0; i < end; i++)
        {
            bool isSpace = chars[i] == ' ';
            if (!isSpace)
            {
                text.Keep(i, i + 1);
            }
            else if (!skips)
            {
                text.Replace(i, i + 1, Space);
            }

            skips = isSpace && _removeExtraSpaces;
        }

        text.Commit();
    }
}
