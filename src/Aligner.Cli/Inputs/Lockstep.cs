using System.Globalization;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>Reads parallel inputs together.</summary>
internal static class Lockstep
{
    /// <summary>Pairs the items of two inputs.</summary>
    /// <exception cref="DataException">One input goes on where the other has ended and may not.</exception>
    public static IEnumerable<(TFirst First, TSecond Second)> Read<TFirst, TSecond>(
        NamedInput<TFirst> first, NamedInput<TSecond> second)
    {
        using IEnumerator<TFirst> left = first.Items.GetEnumerator();
        using IEnumerator<TSecond> right = second.Items.GetEnumerator();
        for (long count = 0; ; count++)
        {
            (bool hasLeft, bool hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft && !hasRight)
            {
                yield break;
            }

            if ((hasLeft || first.Rest is not null) && (hasRight || second.Rest is not null))
            {
                yield return (hasLeft ? left.Current : first.Rest!(), hasRight ? right.Current : second.Rest!());
            }
            else
            {
                throw hasLeft ? EndsEarly(second.Name, count, first.Name) : EndsEarly(first.Name, count, second.Name);
            }
        }
    }

    /// <summary>An error because one input has more pairs than another.</summary>
    public static DataException EndsEarly(string shorter, long count, string longer) => new(shorter, 0, string.Create(
        CultureInfo.InvariantCulture, $"ends after {count} sentence pairs, but {longer} goes on"));

    /// <summary>The lines of a file, which stays open.</summary>
    public static IEnumerable<string> Lines(LineReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>The pairs of a bitext that is closed at the end.</summary>
    public static IEnumerable<SentencePair> Pairs(BitextReader reader)
    {
        using (reader)
        {
            while (reader.Read() is SentencePair pair)
            {
                yield return pair;
            }
        }
    }

    /// <summary>The next pairs of a bitext, which stays open.</summary>
    public static IEnumerable<SentencePair> Pairs(BitextReader reader, int count)
    {
        while (count-- > 0 && reader.Read() is SentencePair pair)
        {
            yield return pair;
        }
    }

    /// <summary>Checks that links refer to tokens that exist.</summary>
    /// <param name="name">The link file, for the message.</param>
    /// <param name="line">1-based number of the pair, for the message.</param>
    /// <param name="links">Links in any order.</param>
    /// <param name="pair">The tokens.</param>
    /// <exception cref="BrokenLineException">A link lies outside the pair.</exception>
    public static void RequireInside(string name, long line, IEnumerable<Link> links, TokenizedPair pair) =>
        RequireInside(name, line, links, pair.Source.Count, pair.Target.Count);

    /// <inheritdoc cref="RequireInside(string, long, IEnumerable{Link}, TokenizedPair)" />
    /// <param name="name">The link file, for the message.</param>
    /// <param name="line">1-based number of the pair, for the message.</param>
    /// <param name="links">Links in any order.</param>
    /// <param name="sourceLength">The number of source tokens.</param>
    /// <param name="targetLength">The number of target tokens.</param>
    public static void RequireInside(
        string name, long line, IEnumerable<Link> links, int sourceLength, int targetLength)
    {
        foreach (Link link in links)
        {
            if (link.Source >= sourceLength || link.Target >= targetLength)
            {
                throw new BrokenLineException(name, line, string.Create(
                    CultureInfo.InvariantCulture,
                    $"link {link} lies outside a pair of {sourceLength} and {targetLength} tokens"));
            }
        }
    }
}
