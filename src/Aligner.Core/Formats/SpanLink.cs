using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>A link that is given by spans of the characters of its lines, not by the indices of words.</summary>
/// <param name="Source">The span of the source line.</param>
/// <param name="Target">The span of the target line.</param>
/// <param name="IsPossible">Whether it is possible, not sure.</param>
/// <param name="Probability">Its probability, or null where it is not known.</param>
public sealed record SpanLink(
    CodePointSpan Source, CodePointSpan Target, bool IsPossible = false, float? Probability = null)
{
    /// <summary>The same link seen from the target side.</summary>
    public SpanLink Swap() => this with { Source = Target, Target = Source };

    /// <summary>
    /// The links of all words that the spans touch, each once. It is sure if one of its spans is, and has the greatest
    /// of their probabilities.
    /// </summary>
    /// <param name="spans">The links.</param>
    /// <param name="words">Where the words stand.</param>
    /// <exception cref="DataException">A span touches no word.</exception>
    internal static IEnumerable<AnnotatedLink> Resolve(IEnumerable<SpanLink> spans, PairCharacters words) =>
        spans.SelectMany(span => span.Touched(words)).GroupBy(link => link.Link).Select(AnnotatedLink.Merge);

    private IEnumerable<AnnotatedLink> Touched(PairCharacters words)
    {
        int[] targets = Touched(Target, words.Target, "target");
        return
            from source in Touched(Source, words.Source, "source")
            from target in targets
            select new AnnotatedLink(new(source, target), IsPossible, Probability);
    }

    private static int[] Touched(CodePointSpan span, IReadOnlyList<CodePointSpan> words, string side)
    {
        int[] touched =
            [.. Enumerable.Range(0, words.Count).Where(i => words[i].Start < span.End && span.Start < words[i].End)];
        return touched.Length > 0
            ? touched
            : throw new DataException($"the span {span.Start}:{span.End} touches no word of the {side} sentence");
    }
}
