using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Cli.Inputs;

/// <summary>
/// Reads the links of the two directions together. Where both files have words, the words tell whether the reverse file
/// has the target first, and it is turned. Where the pairs are known, links that lie inside of a pair only when turned
/// tell it too.
/// </summary>
/// <param name="forward">The links of the source-to-target aligner.</param>
/// <param name="reverse">The links of the target-to-source aligner.</param>
/// <param name="countSkipped">How many lines of the inputs were skipped so far.</param>
internal sealed class Directions(
    NamedInput<AnnotatedAlignment> forward, NamedInput<AnnotatedAlignment> reverse, Func<long> countSkipped)
{
    /// <summary>Pairs of equal words on both sides do not tell; so many of them are waited for.</summary>
    private const int MostUndecided = 1 << 10;

    /// <summary>
    /// Where the words of the next pair stand that was given out, for links that are given by spans; null, the default,
    /// where there are none.
    /// </summary>
    public Func<PairCharacters>? Characters { get; init; }

    /// <summary>Reads the pairs.</summary>
    /// <param name="isReverseSwapped">Whether the user says that the reverse file has the target first.</param>
    /// <param name="turned">Called when the words say so.</param>
    /// <returns>The links of each pair, source first.</returns>
    /// <exception cref="DataException">
    /// While iterating: the words differ, or one input goes on where the other has ended.
    /// </exception>
    public IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> Read(
        bool isReverseSwapped, Action turned)
    {
        bool? swaps = isReverseSwapped ? true : null;
        List<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> waiting = [];
        long line = 0;
        foreach ((AnnotatedAlignment Forward, AnnotatedAlignment Reverse) pair in ReadWhole())
        {
            waiting.Add(pair);
            if (swaps is null)
            {
                swaps = IsSwapped(pair.Forward, pair.Reverse) ?? (waiting.Count < MostUndecided ? null : false);
                if (swaps is null)
                {
                    continue;
                }

                if (swaps.Value)
                {
                    turned();
                }
            }

            foreach ((AnnotatedAlignment first, AnnotatedAlignment second) in waiting)
            {
                yield return Turn(first, second, swaps.Value, ++line);
            }

            waiting.Clear();
        }

        foreach ((AnnotatedAlignment first, AnnotatedAlignment second) in waiting)
        {
            yield return Turn(first, second, swaps: false, ++line);
        }
    }

    /// <summary>The pairs; one of which a line was skipped has no links, whatever the heuristic.</summary>
    private IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> ReadWhole()
    {
        long known = countSkipped();
        foreach ((AnnotatedAlignment first, AnnotatedAlignment second) in Lockstep.Read(forward, reverse))
        {
            bool isSkipped = countSkipped() > known;
            known = countSkipped();
            yield return isSkipped
                ? (AnnotatedAlignment.Empty with { Tokens = first.Tokens }, AnnotatedAlignment.Empty)
                : (first, second);
        }
    }

    /// <summary>
    /// Whether the words of a pair agree, or its links lie inside, only if one side is turned; null where they do not
    /// tell.
    /// </summary>
    private static bool? IsSwapped(AnnotatedAlignment forward, AnnotatedAlignment reverse)
    {
        if (forward.Tokens is not { } words)
        {
            return null;
        }

        (bool fits, bool fitsTurned) = reverse.Tokens is { } others
            ? (LinkedWords.AreSame(words, others), LinkedWords.AreSame(words, others.Swap()))
            : (AreInside(reverse, words), AreInside(reverse, words.Swap()));
        return fits == fitsTurned ? null : !fits;
    }

    private static bool AreInside(AnnotatedAlignment links, TokenizedPair words) => links.Links.All(annotated =>
        annotated.Link.Source < words.Source.Count && annotated.Link.Target < words.Target.Count);

    private (AnnotatedAlignment Forward, AnnotatedAlignment Reverse) Turn(
        AnnotatedAlignment first, AnnotatedAlignment second, bool swaps, long line)
    {
        AnnotatedAlignment turned = swaps ? second.Swap() : second;
        LinkedWords.RequireSame(reverse.Name, line, turned.Tokens, forward.Name, first.Tokens);
        if (first.Tokens is not { } tokens)
        {
            return (first, turned);
        }

        PairCharacters? characters = turned.Spans is null ? null : Characters?.Invoke();
        AnnotatedAlignment attached = LinkedWords.Attach(reverse.Name, line, turned, tokens, characters);
        Lockstep.RequireInside(reverse.Name, line, attached.ToAlignment(), tokens);
        return (first, attached);
    }
}
