using Aligner.Applications.Labels;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>
/// Carries labeled spans from source to target by links: the target words that are linked to a span, punctuation aside,
/// in runs of neighbors (Akbik et al. 2015; García-Ferrero, Agerri and Rigau 2022).
/// </summary>
public sealed class SpanProjector
{
    private readonly ProjectionOptions _options;

    /// <param name="options">How spans go over.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SpanProjector(ProjectionOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <summary>Projects the spans of a sentence.</summary>
    /// <param name="words">The words that links count.</param>
    /// <param name="links">The links.</param>
    /// <param name="spans">Spans of source words.</param>
    public ProjectedSentence Project(
        TokenizedPair words, IReadOnlyList<ScoredLink> links, IReadOnlyList<LabeledSpan> spans)
    {
        ProjectionOutcome[] outcomes = new ProjectionOutcome[spans.Count];
        List<Candidate> candidates = [];
        for (int k = 0; k < spans.Count; k++)
        {
            ScoredLink[] own = LinksOf(words, links, spans[k]);
            outcomes[k] = own.Length == 0 ? ProjectionOutcome.Unlinked
                : own.Average(link => link.Probability) < _options.MinimumProbability ? ProjectionOutcome.Improbable
                : ProjectionOutcome.Projected;
            if (outcomes[k] == ProjectionOutcome.Projected)
            {
                (int Start, int End)[] runs = [.. WordRuns.Of(own.Select(link => link.Link.Target), _options.Gap)];
                outcomes[k] = runs.Length > 1 ? ProjectionOutcome.Split : ProjectionOutcome.Projected;
                candidates.AddRange(Chosen(runs, own)
                    .Select(run => WithoutWeakStart(run, own))
                    .Select(run => new Candidate(k, new LabeledSpan(run.Start, run.End, spans[k].Type))));
            }
        }

        Candidate[] kept = [.. Collisions.Resolve(candidates)];
        foreach (int lost in candidates.Select(candidate => candidate.Source)
            .Except(kept.Select(candidate => candidate.Source)))
        {
            outcomes[lost] = ProjectionOutcome.Collided;
        }

        return new ProjectedSentence(
            [.. kept.Select(candidate => candidate.Span).OrderBy(span => span.Start)], outcomes);
    }

    /// <summary>
    /// The links of a span. Those of punctuation marks are left out, on both sides; a span of nothing but punctuation
    /// marks keeps them.
    /// </summary>
    private ScoredLink[] LinksOf(TokenizedPair words, IReadOnlyList<ScoredLink> links, LabeledSpan span)
    {
        ScoredLink[] all =
            [.. links.Where(link => link.Link.Source >= span.Start && link.Link.Source < span.End)];
        bool isPunctuation = Enumerable.Range(span.Start, span.Length)
            .All(word => Punctuation.IsPunctuation(words.Source[word]));
        return _options.KeepsPunctuation || isPunctuation
            ? all
            : [.. all.Where(link => !Punctuation.IsPunctuation(words.Source[link.Link.Source])
                && !Punctuation.IsPunctuation(words.Target[link.Link.Target]))];
    }

    private (int Start, int End)[] Chosen((int Start, int End)[] runs, ScoredLink[] links)
    {
        switch (_options.Policy)
        {
            case ProjectionPolicy.All:
                return runs;
            case ProjectionPolicy.Hull:
                return [(runs[0].Start, runs[^1].End)];
            case ProjectionPolicy.Head:
                int head = links.MaxBy(link => link.Probability).Link.Target;
                return [(head, head + 1)];
            default:
                return [runs.MaxBy(run => run.End - run.Start)];
        }
    }

    private (int Start, int End) WithoutWeakStart((int Start, int End) run, ScoredLink[] links)
    {
        ScoredLink[] inside =
            [.. links.Where(link => link.Link.Target >= run.Start && link.Link.Target < run.End)];
        int[] words = [.. inside.Select(link => link.Link.Target).Distinct().Order()];
        foreach (int word in words)
        {
            ScoredLink[] others = [.. inside.Where(link => link.Link.Target > word)];
            bool isWeak = inside.Where(link => link.Link.Target == word).All(link => others.Any(other =>
                other.Link.Source == link.Link.Source
                    && link.Probability < _options.WeakStart * other.Probability));
            if (!isWeak)
            {
                return (word, run.End);
            }
        }

        return run;
    }
}
