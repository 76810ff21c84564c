using System.Text;
using System.Text.RegularExpressions;
using Aligner.Core;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Patterns to split at.</summary>
internal static class MatchFinders
{
    /// <summary>Time for one text after which a pattern is taken for one that never ends.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Occurrences of <paramref name="pattern"/>, which is not empty.</summary>
    public static MatchFinder Literal(string pattern) => (text, matches) =>
    {
        for (int start = 0; text[start..].IndexOf(pattern, StringComparison.Ordinal) is >= 0 and int offset;)
        {
            matches.Add(new TokenSpan(start + offset, pattern.Length));
            start += offset + pattern.Length;
        }
    };

    /// <summary>
    /// Matches of a regular expression; empty ones are left out. .NET takes characters beyond U+FFFF for two: a match
    /// that ends within one is extended.
    /// </summary>
    /// <exception cref="ArgumentException">The pattern is none that .NET knows.</exception>
    public static MatchFinder Regex(string pattern)
    {
        Regex regex = Compile(pattern);
        return (text, matches) =>
        {
            try
            {
                Find(regex, text, matches);
            }
            catch (RegexMatchTimeoutException)
            {
                throw new DataException(
                    $"the tokenizer's pattern {Excerpt.Quote(pattern)} takes too long on {Excerpt.Quote(text)}");
            }
        };
    }

    /// <summary>Each character of a class.</summary>
    public static MatchFinder Class(Func<Rune, bool> contains) => (text, matches) =>
    {
        for (int i = 0; i < text.Length;)
        {
            Rune rune = RuneClasses.At(text, i);
            if (contains(rune))
            {
                matches.Add(new TokenSpan(i, rune.Utf16SequenceLength));
            }

            i += rune.Utf16SequenceLength;
        }
    };

    /// <summary><c>\w+|[^\w\s]+</c>: runs of word characters, and runs of neither these nor white space.</summary>
    public static void Words(ReadOnlySpan<char> text, List<TokenSpan> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            int kind = WordKind(RuneClasses.At(text, i));
            do
            {
                i += RuneClasses.At(text, i).Utf16SequenceLength;
            }
            while (i < text.Length && WordKind(RuneClasses.At(text, i)) == kind);

            if (kind != 0)
            {
                matches.Add(new TokenSpan(start, i - start));
            }
        }
    }

    // Tokenizers come from anywhere, and patterns such as (a+)+$ take forever where matching goes back; those that look
    // ahead cannot do without.
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }

    private static void Find(Regex regex, ReadOnlySpan<char> text, List<TokenSpan> matches)
    {
        foreach (ValueMatch match in regex.EnumerateMatches(text))
        {
            int start = match.Index + (IsWithinPair(text, match.Index) ? 1 : 0);
            int end = match.Index + match.Length;
            end += IsWithinPair(text, end) ? 1 : 0;
            if (match.Length > 0 && start < end)
            {
                matches.Add(new TokenSpan(start, end - start));
            }
        }
    }

    private static bool IsWithinPair(ReadOnlySpan<char> text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);

    private static int WordKind(Rune rune) =>
        RuneClasses.IsWhiteSpace(rune) ? 0 : RuneClasses.IsWordCharacter(rune) ? 1 : 2;
}
