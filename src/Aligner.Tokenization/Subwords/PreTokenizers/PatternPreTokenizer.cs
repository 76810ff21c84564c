using System.Runtime.InteropServices;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Splits at the matches of a pattern.</summary>
/// <param name="pattern">The pattern.</param>
/// <param name="behavior">What becomes of the matches.</param>
/// <param name="invert">Whether the matches are what lies between those of the pattern.</param>
internal sealed class PatternPreTokenizer(MatchFinder pattern, SplitBehavior behavior, bool invert = false)
    : IPreTokenizer
{
    public IPreTokenizer WithoutSplitting => SequencePreTokenizer.None;

    public void Split(SegmentedText text)
    {
        foreach (TokenSpan segment in text.Segments)
        {
            text.Matches.Clear();
            pattern(text.Text.Chars.Slice(segment.Start, segment.Length), text.Matches);
            Collector collector = new(text.Next, behavior);
            int position = 0;
            foreach (TokenSpan match in text.Matches)
            {
                collector.Add(segment.Start + position, segment.Start + match.Start, invert);
                collector.Add(segment.Start + match.Start, segment.Start + match.End, !invert);
                position = match.End;
            }

            collector.Add(segment.Start + position, segment.End, invert);
        }

        text.Advance();
    }

    /// <summary>Turns matches and what lies between them into segments.</summary>
    private struct Collector(List<TokenSpan> segments, SplitBehavior behavior)
    {
        private bool _hasLast;
        private bool _lastIsMatch;

        public void Add(int start, int end, bool isMatch)
        {
            if (start == end)
            {
                return;
            }

            bool joins = behavior switch
            {
                SplitBehavior.Contiguous => _lastIsMatch == isMatch,
                SplitBehavior.MergedWithPrevious => isMatch && !_lastIsMatch,
                SplitBehavior.MergedWithNext => !isMatch && _lastIsMatch,
                _ => false,
            };
            if (joins && _hasLast)
            {
                ref TokenSpan last = ref CollectionsMarshal.AsSpan(segments)[^1];
                last = new TokenSpan(last.Start, end - last.Start);
            }
            else if (!isMatch || behavior != SplitBehavior.Removed)
            {
                segments.Add(new TokenSpan(start, end - start));
            }

            (_hasLast, _lastIsMatch) = (true, isMatch);
        }
    }
}
