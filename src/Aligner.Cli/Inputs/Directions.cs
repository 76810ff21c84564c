using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;

namespace Aligner.Cli.Inputs;

/// <summary>
/// Reads the links of the two directions together. Where both files have words, the words tell whether the reverse file
/// has the target first, and it is turned. Where the pairs are known, links that lie inside of some pairs only when
/// turned, and of none only as they are, tell it too.
/// </summary>
/// <param name="forward">The links of the source-to-target aligner.</param>
/// <param name="reverse">The links of the target-to-source aligner.</param>
/// <param name="countSkipped">How many lines of the inputs were skipped so far.</param>
internal sealed class Directions(
    NamedInput<AnnotatedAlignment> forward, NamedInput<AnnotatedAlignment> reverse, Func<long> countSkipped)
{
    /// <summary>A pair may not tell, and links may be broken, so up to so many pairs are looked at.</summary>
    private const int MostUndecided = 1 << 10;

    /// <summary>
    /// Where the words of the next pair stand that was given out, for links that are given by spans; null, the default,
    /// where there are none.
    /// </summary>
    public Func<PairCharacters>? Characters { get; init; }

    /// <summary>Told of pairs whose reverse links do not fit; null, the default, if they end the run.</summary>
    public Action<BrokenLineException>? Skipped { get; init; }

    /// <summary>Reads the pairs.</summary>
    /// <param name="isReverseSwapped">Whether the user says that the reverse file has the target first.</param>
    /// <param name="turned">Called when the words or the links say so.</param>
    /// <returns>The links of each pair, source first.</returns>
    /// <exception cref="DataException">
    /// While iterating: the words differ, or one input goes on where the other has ended.
    /// </exception>
    public IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> Read(
        bool isReverseSwapped, Action turned)
    {
        bool? swaps = isReverseSwapped ? true : null;
        bool anyFitsTurned = false;
        List<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> waiting = [];
        long line = 0;
        foreach ((AnnotatedAlignment Forward, AnnotatedAlignment Reverse) pair in ReadWhole())
        {
            waiting.Add(pair);
            if (swaps is null)
            {
                bool? fitsTurned = FitTurned(pair.Forward, pair.Reverse);
                anyFitsTurned |= fitsTurned == true;
                swaps = fitsTurned == false ? false
                    : AreSwapped(pair.Forward, pair.Reverse) ?? (waiting.Count < MostUndecided ? null : anyFitsTurned);
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

        if (swaps is null && anyFitsTurned)
        {
            turned();
        }

        foreach ((AnnotatedAlignment first, AnnotatedAlignment second) in waiting)
        {
            yield return Turn(first, second, anyFitsTurned, ++line);
        }
    }

    /// <summary>The pairs; one of which a line was skipped has no links, whatever the heuristic.</summary>
    private IEnumerable<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)> ReadWhole()
    {
        long known = countSkipped();
        foreach ((AnnotatedAlignment first, AnnotatedAlignment second) in Lockstep.Read(forward, reverse))
        {
            yield return countSkipped() > known
                ? (AnnotatedAlignment.Empty with { Tokens = first.Tokens }, AnnotatedAlignment.Empty)
                : (first, second);
            known = countSkipped();
        }
    }

    /// <summary>Whether the words of a pair agree only if one side is turned; null where they do not tell.</summary>
    private static bool? AreSwapped(AnnotatedAlignment forward, AnnotatedAlignment reverse) =>
        forward.Tokens is { } words && reverse.Tokens is { } others
            ? Decide(LinkedWords.AreSame(words, others), LinkedWords.AreSame(words, others.Swap()))
            : null;

    /// <summary>
    /// Whether reverse links without words lie inside of their pair only if they are turned; null where they do not
    /// tell. One pair does not decide it: a link may be broken.
    /// </summary>
    private static bool? FitTurned(AnnotatedAlignment forward, AnnotatedAlignment reverse) =>
        forward.Tokens is { } words && reverse.Tokens is null
            ? Decide(AreInside(reverse, words), AreInside(reverse, words.Swap()))
            : null;

    private static bool? Decide(bool fits, bool fitsTurned) => fits == fitsTurned ? null : fitsTurned;

    private static bool AreInside(AnnotatedAlignment links, TokenizedPair words) => links.Links.All(annotated =>
        annotated.Link.Source < words.Source.Count && annotated.Link.Target < words.Target.Count);

    private (AnnotatedAlignment Forward, AnnotatedAlignment Reverse) Turn(
        AnnotatedAlignment first, AnnotatedAlignment second, bool swaps, long line)
    {
        try
        {
            return (first, Fit(first, second, swaps, line));
        }
        catch (BrokenLineException exception) when (Skipped is not null)
        {
            Skipped(exception);
            AnnotatedAlignment none = AnnotatedAlignment.Empty with { Tokens = first.Tokens };
            return (none, none);
        }
    }

    private AnnotatedAlignment Fit(AnnotatedAlignment first, AnnotatedAlignment second, bool swaps, long line)
    {
        AnnotatedAlignment turned = swaps ? second.Swap() : second;
        LinkedWords.RequireSame(reverse.Name, line, turned.Tokens, forward.Name, first.Tokens);
        if (first.Tokens is not { } tokens)
        {
            return turned;
        }

        PairCharacters? characters = turned.Spans is null ? null : Characters?.Invoke();
        AnnotatedAlignment attached = LinkedWords.Attach(reverse.Name, line, turned, tokens, characters);
        Lockstep.RequireInside(reverse.Name, line, attached.ToAlignment(), tokens);
        return attached;
    }
}
