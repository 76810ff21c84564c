using Aligner.Applications.Labels;

namespace Aligner.Applications.Projection;

/// <summary>Decides between spans that want the same words.</summary>
internal static class Collisions
{
    /// <summary>
    /// Keeps the longer of two spans that overlap, or the first if they are equally long. Overlapping spans of the same
    /// type become one.
    /// </summary>
    public static IEnumerable<Candidate> Resolve(IReadOnlyList<Candidate> candidates)
    {
        List<Candidate> kept = [];
        foreach (Candidate candidate in candidates.OrderByDescending(candidate => candidate.Span.Length))
        {
            int other = kept.FindIndex(winner => winner.Span.Overlaps(candidate.Span));
            if (other < 0)
            {
                kept.Add(candidate);
                continue;
            }

            LabeledSpan union = kept[other].Span with
            {
                Start = Math.Min(kept[other].Span.Start, candidate.Span.Start),
                End = Math.Max(kept[other].Span.End, candidate.Span.End),
            };
            bool isFree = !kept.Where((_, index) => index != other).Any(winner => winner.Span.Overlaps(union));
            if (union.Type == candidate.Span.Type && isFree)
            {
                kept[other] = kept[other] with { Span = union };
            }
        }

        return kept;
    }
}
