using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>Puts <paramref name="content"/> in place of each match.</summary>
internal sealed class ReplaceNormalizer(MatchFinder pattern, string content) : INormalizer
{
    public void Normalize(AlignedText text)
    {
        List<TokenSpan> matches = [];
        pattern(text.Chars, matches);
        if (matches.Count == 0)
        {
            return;
        }

        int position = 0;
        foreach (TokenSpan match in matches)
        {
            text.Keep(position, match.Start);
            text.Replace(match.Start, match.End, content);
            position = match.End;
        }

        text.Keep(position, text.Length);
        text.Commit();
    }
}
