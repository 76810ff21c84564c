using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Symmetrization;

namespace Aligner.Cli.Inputs;

/// <summary>Symmetrizes the links of a pair together with what is known of them.</summary>
internal static class LinkCombiner
{
    /// <summary>
    /// Combines the links of two directions. If either gives probabilities, each combined link gets the mean of both:
    /// 0 in a direction that does not have the link, and 1 in one that has it without a probability.
    /// </summary>
    /// <param name="symmetrizer">The heuristic.</param>
    /// <param name="first">Links of the source-to-target aligner.</param>
    /// <param name="second">Links of the target-to-source aligner, source first.</param>
    public static AnnotatedAlignment Combine(
        ISymmetrizer symmetrizer, AnnotatedAlignment first, AnnotatedAlignment second)
    {
        Alignment forward = first.ToAlignment();
        Alignment reverse = second.ToAlignment();
        TokenizedPair? tokens = first.Tokens ?? second.Tokens;
        (int sourceLength, int targetLength) = Lengths(tokens, forward, reverse);
        Alignment combined = symmetrizer.Combine(forward, reverse, sourceLength, targetLength);
        if (!HasProbabilities(first) && !HasProbabilities(second))
        {
            return AnnotatedAlignment.From(combined) with { Tokens = tokens };
        }

        Dictionary<Link, float> ofFirst = Probabilities(first);
        Dictionary<Link, float> ofSecond = Probabilities(second);
        return new AnnotatedAlignment(
            [
                .. combined.Select(link => new AnnotatedLink(
                    link,
                    Probability: (ofFirst.GetValueOrDefault(link) + ofSecond.GetValueOrDefault(link)) / 2)),
            ],
            tokens);
    }

    private static bool HasProbabilities(AnnotatedAlignment alignment) =>
        alignment.Links.Any(annotated => annotated.Probability is not null);

    private static Dictionary<Link, float> Probabilities(AnnotatedAlignment alignment) =>
        alignment.Ordered().Links.ToDictionary(annotated => annotated.Link, annotated => annotated.Probability ?? 1);

    /// <summary>The lengths of the pair where its words are known, else those that the links reach.</summary>
    private static (int Source, int Target) Lengths(TokenizedPair? tokens, Alignment forward, Alignment reverse)
    {
        Alignment union = forward.Union(reverse);
        return tokens is not null
            ? (tokens.Source.Count, tokens.Target.Count)
            : (union.Select(link => link.Source).DefaultIfEmpty(-1).Max() + 1,
                union.Select(link => link.Target).DefaultIfEmpty(-1).Max() + 1);
    }
}
