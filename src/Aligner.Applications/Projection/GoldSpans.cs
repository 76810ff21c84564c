using Aligner.Applications.Labels;
using Aligner.Core;

namespace Aligner.Applications.Projection;

/// <summary>Scores projected spans against gold labels of the same words.</summary>
/// <param name="gold">The gold labels; disposed with this.</param>
public sealed class GoldSpans(ILabelReader gold) : IDisposable
{
    /// <summary>The scores so far.</summary>
    public SpanScores Scores { get; } = new();

    /// <summary>Scores the next sentence.</summary>
    /// <param name="target">The sentence with its spans.</param>
    /// <exception cref="DataException">The gold labels have other words, or end early.</exception>
    public void Add(LabeledSentence target)
    {
        LabeledSentence? right = gold.Read();
        while (right is { Words.Count: 0 } && target.Words.Count > 0)
        {
            right = gold.Read();
        }

        if (right is null)
        {
            throw new DataException(gold.Name, 0, $"ends before {Excerpt.Quote(target.Text)}");
        }

        string[] words = WordsOf(target), rightWords = WordsOf(right);
        int place = Enumerable.Range(0, Math.Max(words.Length, rightWords.Length)).FirstOrDefault(
            index => words.ElementAtOrDefault(index) != rightWords.ElementAtOrDefault(index), -1);
        if (place >= 0)
        {
            throw new BrokenLineException(gold.Name, right.Line, FormattableString.Invariant(
                $"word {place + 1} is {Show(rightWords, place)}, but {Show(words, place)} in the target"));
        }

        Scores.Add(
            [.. TextPlaces.ToWords(target.Spans, target.Words)], [.. TextPlaces.ToWords(right.Spans, right.Words)]);
    }

    /// <summary>Checks that there are no more gold labels.</summary>
    /// <exception cref="DataException">There are.</exception>
    public void RequireEnd()
    {
        while (gold.Read() is { } more)
        {
            if (more.Words.Count > 0)
            {
                throw new BrokenLineException(
                    gold.Name, more.Line, $"{Excerpt.Quote(more.Text)} comes after the last target sentence");
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => gold.Dispose();

    private static string Show(string[] words, int place) =>
        place < words.Length ? Excerpt.Quote(words[place]) : "missing";

    private static string[] WordsOf(LabeledSentence sentence) =>
        [.. sentence.Words.Select(word => TextPlaces.Cut(sentence.Text, word.Start, word.End))];
}
