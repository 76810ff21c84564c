using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Writes spaces as a visible character, puts one before the text, and splits before each.</summary>
internal sealed class MetaspacePreTokenizer : IPreTokenizer
{
    private readonly string _replacement;
    private readonly PrefixScheme _scheme;
    private readonly PatternPreTokenizer? _splitter;

    /// <param name="replacement">The character, U+2581 as a rule.</param>
    /// <param name="scheme">Which segments get one before them if they do not begin with one.</param>
    /// <param name="splits">Whether to split.</param>
    public MetaspacePreTokenizer(char replacement, PrefixScheme scheme, bool splits)
    {
        _replacement = replacement.ToString();
        _scheme = scheme;
        _splitter = splits
            ? new PatternPreTokenizer(MatchFinders.Literal(_replacement), SplitBehavior.MergedWithNext)
            : null;
    }

    public IPreTokenizer WithoutSplitting => new MetaspacePreTokenizer(_replacement[0], _scheme, splits: false);

    public void Split(SegmentedText text)
    {
        AlignedText chars = text.Text;
        foreach (TokenSpan segment in text.Segments)
        {
            int start = chars.Written;
            if (NeedsPrefix(chars, segment))
            {
                chars.Replace(segment.Start, segment.Start + 1, _replacement);
            }

            for (int i = segment.Start; i < segment.End; i++)
            {
                if (chars.Chars[i] == ' ')
                {
                    chars.Replace(i, i + 1, _replacement);
                }
                else
                {
                    chars.Keep(i, i + 1);
                }
            }

            text.Next.Add(new TokenSpan(start, chars.Written - start));
        }

        chars.Commit();
        text.Advance();
        _splitter?.Split(text);
    }

    private bool NeedsPrefix(AlignedText text, TokenSpan segment)
    {
        char first = text.Chars[segment.Start];
        return first != ' ' && first != _replacement[0] && _scheme switch
        {
            PrefixScheme.Always => true,
            PrefixScheme.First => text.Origin(segment).Start == 0,
            _ => false,
        };
    }
}
