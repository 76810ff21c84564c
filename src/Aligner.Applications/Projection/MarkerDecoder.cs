using System.Text;
using Aligner.Applications.Labels;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>
/// Reads spans from a machine translation of a sentence whose spans were put in square brackets (EasyProject: Chen et
/// al. 2023). A bracketed span gets the type of the source span whose text is most like its own; of spans that are
/// unlike all, order decides.
/// </summary>
public static class MarkerDecoder
{
    /// <summary>Spans less alike than this are not alike at all.</summary>
    private const double LeastSimilarity = 0.5;

    private static readonly Rune Open = new('['), Close = new(']');

    /// <summary>Reads a marked translation.</summary>
    /// <param name="source">The source sentence with its spans.</param>
    /// <param name="marked">The translation; brackets without a partner stay in the text.</param>
    /// <param name="outcomes">What became of each source span: projected or without link.</param>
    /// <returns>The translation without brackets, with its spans.</returns>
    public static LabeledSentence Decode(
        LabeledSentence source, LabeledSentence marked, out ProjectionOutcome[] outcomes)
    {
        (string text, List<CodePointSpan> brackets) = Strip(marked.Text);
        outcomes = new ProjectionOutcome[source.Spans.Count];
        Array.Fill(outcomes, ProjectionOutcome.Unlinked);
        List<LabeledSpan> spans = [];
        string[] sources = [.. source.Spans.Select(span => TextPlaces.Cut(source.Text, span.Start, span.End))];
        string[] targets = [.. brackets.Select(span => TextPlaces.Cut(text, span.Start, span.End))];
        foreach ((int sourceIndex, int targetIndex) in Match(sources, targets))
        {
            (int start, int end) = brackets[targetIndex];
            spans.Add(new LabeledSpan(start, end, source.Spans[sourceIndex].Type));
            outcomes[sourceIndex] = ProjectionOutcome.Projected;
        }

        return marked with
        {
            Text = text,
            Words = TextPlaces.WordsOf(text),
            Spans = [.. spans.OrderBy(span => span.Start)],
            Rows = null,
        };
    }

    /// <summary>Pairs texts, the most similar first; of equally similar ones those whose places are nearest.</summary>
    private static IEnumerable<(int Source, int Target)> Match(string[] sources, string[] targets)
    {
        bool[] sourceTaken = new bool[sources.Length];
        bool[] targetTaken = new bool[targets.Length];
        foreach ((int source, int target) in Enumerable.Range(0, sources.Length)
            .SelectMany(s => Enumerable.Range(0, targets.Length).Select(t => (Source: s, Target: t)))
            .OrderByDescending(pair => Similarity(sources[pair.Source], targets[pair.Target]))
            .ThenBy(pair => Math.Abs(pair.Source - pair.Target)))
        {
            if (!sourceTaken[source] && !targetTaken[target])
            {
                (sourceTaken[source], targetTaken[target]) = (true, true);
                yield return (source, target);
            }
        }
    }

    /// <summary>1 − edit distance / length of the longer text, case aside; 0 below what counts as alike.</summary>
    private static double Similarity(string left, string right)
    {
        int longer = Math.Max(left.Length, right.Length);
        double similarity = longer == 0
            ? 1
            : 1 - ((double)EditDistance(left.ToLowerInvariant(), right.ToLowerInvariant()) / longer);
        return similarity < LeastSimilarity ? 0 : similarity;
    }

    private static int EditDistance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= right.Length; j++)
            {
                int substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    /// <summary>The text without brackets, and what the innermost ones enclose, blanks at the ends aside.</summary>
    private static (string Text, List<CodePointSpan> Brackets) Strip(string marked)
    {
        Rune[] runes = [.. marked.EnumerateRunes()];
        int?[] partners = new int?[runes.Length];
        int? open = null;
        for (int k = 0; k < runes.Length; k++)
        {
            if (runes[k] == Close && open is { } start)
            {
                (partners[start], partners[k]) = (k, start);
            }

            open = runes[k] == Open ? k : runes[k] == Close ? null : open;
        }

        StringBuilder text = new();
        List<CodePointSpan> brackets = [];
        int place = 0, first = -1;
        for (int k = 0; k < runes.Length; k++)
        {
            if (partners[k] > k)
            {
                first = place;
            }
            else if (partners[k] < k)
            {
                for (; place > first && char.IsWhiteSpace(text[^1]); place--)
                {
                    text.Length--;
                }

                if (place > first)
                {
                    brackets.Add(new CodePointSpan(first, place));
                }

                first = -1;
            }
            else if (place != first || !Rune.IsWhiteSpace(runes[k]))
            {
                text.Append(runes[k]);
                place++;
            }
        }

        return (text.ToString(), brackets);
    }
}
