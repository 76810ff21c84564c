using Aligner.Applications.Labels;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>Carries what labels a sentence to its translation: spans, anchors of graphs, inline codes.</summary>
/// <param name="options">How spans go over.</param>
/// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
public sealed class LabelProjector(ProjectionOptions options)
{
    /// <summary>More words than this between two blanks, on average, are written without blanks.</summary>
    private const int MostWordsBetweenBlanks = 2;

    private readonly SpanProjector _spans = new(options);

    /// <summary>What became of all spans so far.</summary>
    public ProjectionReport Report { get; } = new();

    /// <summary>
    /// Projects by links. The spans of the target have no punctuation marks at their ends, unless the options keep
    /// them.
    /// </summary>
    /// <param name="pair">The links, with the places of the words that they count.</param>
    /// <param name="source">The labeled sentence.</param>
    /// <param name="target">Its translation.</param>
    /// <exception cref="ArgumentException">The places of the words are not known.</exception>
    /// <exception cref="FormatException">A node of a graph has an anchor of another form.</exception>
    public ProjectedTarget Project(AlignedPair pair, LabeledSentence source, LabeledSentence target)
    {
        PairCharacters places = pair.Characters
            ?? throw new ArgumentException("the places of the words are not known", nameof(pair));
        if (source.Markup is { } codes)
        {
            string marked = MarkupTransfer.Transfer(pair, source.Text, codes, target.Text);
            return new ProjectedTarget(source, target with { Text = marked }, []);
        }

        LabeledSpan[] spans = [.. source.Spans.Select(span =>
        {
            (int start, int end) = TextPlaces.Covered(places.Source, span.Start, span.End);
            return new LabeledSpan(start, end, span.Type);
        })];
        ProjectedSentence projected = _spans.Project(pair.Words, pair.Links.Links, spans);
        IEnumerable<LabeledSpan> characters = TextPlaces.ToCharacters(projected.Spans, places.Target);
        return Count(new ProjectedTarget(
            source.Json is { } json && GraphProjector.HasNodes(json)
                ? source with { Json = GraphProjector.Project(json, pair, source, target) }
                : source,
            target with
            {
                Words = HasBlanks(pair, target) ? target.Words : places.Target,
                Spans = [.. characters.Select(span => Trim(target.Text, span))],
            },
            projected.Outcomes));
    }

    /// <summary>Projects by brackets in the translation (<see cref="MarkerDecoder"/>).</summary>
    /// <param name="source">The labeled sentence.</param>
    /// <param name="marked">Its translation, with brackets around the spans.</param>
    public ProjectedTarget Decode(LabeledSentence source, LabeledSentence marked)
    {
        LabeledSentence target = MarkerDecoder.Decode(source, marked, out ProjectionOutcome[] outcomes);
        return Count(new ProjectedTarget(source, target, outcomes));
    }

    private ProjectedTarget Count(ProjectedTarget target)
    {
        foreach (ProjectionOutcome outcome in target.Outcomes)
        {
            Report.Add(outcome);
        }

        return target;
    }

    /// <summary>Whether blanks separate the words, as they do not in Chinese.</summary>
    private static bool HasBlanks(AlignedPair pair, LabeledSentence target) =>
        target.Rows is not null
        || pair.Words.Target.Count(word => !Punctuation.IsPunctuation(word))
            <= MostWordsBetweenBlanks * target.Words.Count;

    private LabeledSpan Trim(string text, LabeledSpan span)
    {
        if (options.KeepsPunctuation)
        {
            return span;
        }

        CodePointSpan trimmed = Punctuation.Trim(text, span.Start, span.End);
        return span with { Start = trimmed.Start, End = trimmed.End };
    }
}
