using System.Globalization;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Cli.Inputs;

/// <summary>Brings links together with the words that they join, and checks that they fit.</summary>
internal static class LinkedWords
{
    /// <summary>
    /// Pairs a text with its links. Where the link file has words of its own they are compared; a pair with an empty
    /// side that it leaves out, as GIZA++ does, gets an alignment without links.
    /// </summary>
    /// <param name="text">The sentence pairs.</param>
    /// <param name="words">The words of a sentence pair that links count.</param>
    /// <param name="links">The links.</param>
    /// <param name="skipped">Told of pairs with other words; null, the default, if they end the run.</param>
    /// <param name="characters">
    /// Where these words stand, for links that are given by spans; null, the default, where there are none.
    /// </param>
    /// <returns>Each sentence pair, and its links with its words.</returns>
    /// <exception cref="DataException">
    /// While iterating: the words differ, or one input goes on where the other has ended.
    /// </exception>
    public static IEnumerable<(TPair Pair, AnnotatedAlignment Links)> Join<TPair>(
        NamedInput<TPair> text,
        Func<TPair, TokenizedPair> words,
        NamedInput<AnnotatedAlignment> links,
        Action<BrokenLineException>? skipped = null,
        Func<TPair, PairCharacters?>? characters = null)
    {
        using IEnumerator<AnnotatedAlignment> alignments = links.Items.GetEnumerator();
        AnnotatedAlignment? next = null;
        long count = 0;
        foreach (TPair pair in text.Items)
        {
            TokenizedPair tokens = words(pair);
            if (next is null && alignments.MoveNext())
            {
                next = alignments.Current;
            }

            count++;
            bool isLeftOut = links.Rest is not null
                && (next is null || (next.Tokens is { } own && HasEmptySide(tokens) && !AreSame(own, tokens)));
            if (isLeftOut)
            {
                yield return (pair, AnnotatedAlignment.Empty.WithTokens(tokens));
                continue;
            }

            if (next is null)
            {
                throw Lockstep.EndsEarly(links.Name, count - 1, text.Name);
            }

            yield return (pair, Fit(next, tokens, pair));
            next = null;
        }

        if (next is not null || alignments.MoveNext())
        {
            throw Lockstep.EndsEarly(text.Name, count, links.Name);
        }

        AnnotatedAlignment Fit(AnnotatedAlignment alignment, TokenizedPair tokens, TPair pair)
        {
            try
            {
                RequireSame(links.Name, count, alignment.Tokens, text.Name, tokens);
                return Attach(
                    links.Name, count, alignment, tokens, alignment.Spans is null ? null : characters?.Invoke(pair));
            }
            catch (BrokenLineException exception) when (skipped is not null)
            {
                skipped(exception);
                return AnnotatedAlignment.Empty.WithTokens(tokens);
            }
        }
    }

    /// <summary>The links of a pair; none if some lie outside of it and that is skipped.</summary>
    /// <param name="name">The link file, for the message.</param>
    /// <param name="line">1-based number of the pair, for the message.</param>
    /// <param name="links">Its links, with its words.</param>
    /// <param name="skipped">Told of links that lie outside; null if they end the run.</param>
    /// <exception cref="BrokenLineException">A link lies outside of the pair.</exception>
    public static AnnotatedAlignment Inside(
        string name, long line, AnnotatedAlignment links, Action<BrokenLineException>? skipped)
    {
        try
        {
            Lockstep.RequireInside(name, line, links.ToAlignment(), links.Tokens!);
            return links;
        }
        catch (BrokenLineException exception) when (skipped is not null)
        {
            skipped(exception);
            return AnnotatedAlignment.Empty.WithTokens(links.Tokens!);
        }
    }

    /// <summary>Whether two pairs have the same words, upper and lower case aside.</summary>
    public static bool AreSame(TokenizedPair left, TokenizedPair right) =>
        left.Source.SequenceEqual(right.Source, StringComparer.OrdinalIgnoreCase)
        && left.Target.SequenceEqual(right.Target, StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks that two inputs have the same words for a pair, upper and lower case aside.</summary>
    /// <param name="name">The input that is to be checked, for the message.</param>
    /// <param name="line">1-based number of the pair, for the message.</param>
    /// <param name="words">Its words, or null where it has none.</param>
    /// <param name="otherName">The other input.</param>
    /// <param name="others">The words of the other input, or null.</param>
    /// <exception cref="DataException">They differ.</exception>
    public static void RequireSame(
        string name, long line, TokenizedPair? words, string otherName, TokenizedPair? others)
    {
        if (words is null || others is null || AreSame(words, others))
        {
            return;
        }

        if (AreSame(words.Swap(), others))
        {
            throw new BrokenLineException(name, line, $"source and target are the target and source of {otherName}");
        }

        bool isSource = !words.Source.SequenceEqual(others.Source, StringComparer.OrdinalIgnoreCase);
        (IReadOnlyList<string> left, IReadOnlyList<string> right) =
            isSource ? (words.Source, others.Source) : (words.Target, others.Target);
        int place = Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .First(i => i >= left.Count || i >= right.Count
                || !left[i].Equals(right[i], StringComparison.OrdinalIgnoreCase));
        throw new BrokenLineException(name, line, string.Create(
            CultureInfo.InvariantCulture,
            $"{(isSource ? "source" : "target")} word {place + 1} is {Show(left, place)}, "
            + $"but {Show(right, place)} in {otherName}"));
    }

    /// <summary>An alignment with the words of its pair.</summary>
    /// <param name="name">The link file, for the message.</param>
    /// <param name="line">1-based number of the pair, for the message.</param>
    /// <param name="alignment">The alignment.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="characters">Where they stand, for links that are given by spans; null if there are none.</param>
    /// <exception cref="DataException">A word of a link is not among them, or a span touches none.</exception>
    public static AnnotatedAlignment Attach(
        string name,
        long line,
        AnnotatedAlignment alignment,
        TokenizedPair tokens,
        PairCharacters? characters = null)
    {
        try
        {
            return (characters is null ? alignment : alignment.WithCharacters(characters)).WithTokens(tokens);
        }
        catch (DataException exception)
        {
            throw new BrokenLineException(name, line, exception.Message);
        }
    }

    private static bool HasEmptySide(TokenizedPair tokens) => tokens.Source.Count == 0 || tokens.Target.Count == 0;

    private static string Show(IReadOnlyList<string> words, int place) =>
        place < words.Count ? Excerpt.Quote(words[place]) : "missing";
}
