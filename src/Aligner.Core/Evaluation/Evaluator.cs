using System.Globalization;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>Measures hypotheses against gold alignments.</summary>
public static class Evaluator
{
    private static readonly LinkTypeClassifier LinkTypes = new();
    private static readonly DiagonalDistanceClassifier Distances = new();
    private static readonly Metric[] Compared = [Metric.Aer, Metric.F1];

    /// <summary>Scores one hypothesis, without intervals.</summary>
    /// <param name="gold">The gold links of each pair.</param>
    /// <param name="hypotheses">The links of each pair, in the same order.</param>
    /// <exception cref="DataException">They differ in length.</exception>
    public static Score Score(IReadOnlyList<GoldAlignment> gold, IReadOnlyList<Alignment> hypotheses) =>
        Evaluate(
            new GoldSet("the gold", gold),
            [new Hypothesis("the hypothesis", hypotheses)],
            new EvaluationOptions { Resamples = 0 })
            .Systems[0].Score;

    /// <summary>Scores each hypothesis and compares each with the baseline.</summary>
    /// <exception cref="DataException">The gold and a hypothesis, or its bitext, differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static EvaluationReport Evaluate(
        GoldSet gold, IReadOnlyList<Hypothesis> hypotheses, EvaluationOptions options)
    {
        options.Validate(hypotheses.Count);
        CheckLengths(gold, hypotheses);
        if (!options.CountPossible)
        {
            gold = gold with { Alignments = [.. gold.Alignments.Select(SureOnly)] };
        }

        LinkCounts[][] sentences = [.. hypotheses.Select(hypothesis => CountSentences(gold, hypothesis))];
        LinkCounts[][] resampled = Bootstrap.Resample(sentences, options.Resamples, options.Seed);
        PairedSample[] samples =
            [.. hypotheses.Select((hypothesis, k) => new PairedSample(hypothesis.Name, sentences[k], resampled[k]))];
        IEnumerable<PairedSample> others = options.Resamples == 0
            ? []
            : samples.Where((_, k) => k != options.Baseline);
        return new EvaluationReport(
            gold.Alignments.Count,
            [.. hypotheses.Select((hypothesis, k) => Report(gold, hypothesis, sentences[k], resampled[k]))],
            [.. others.SelectMany(other =>
                PairedTest.Compare(other, samples[options.Baseline], Compared, options.Seed))]);
    }

    private static void CheckLengths(GoldSet gold, IReadOnlyList<Hypothesis> hypotheses)
    {
        foreach (Hypothesis hypothesis in hypotheses)
        {
            if (hypothesis.Alignments.Count != gold.Alignments.Count)
            {
                throw new DataException(hypothesis.Name, 0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{hypothesis.Alignments.Count} alignments, but {gold.Name} has {gold.Alignments.Count}"));
            }
        }

        if (gold.Lengths is not null && gold.Lengths.Count != gold.Alignments.Count)
        {
            throw new DataException(gold.Name, 0, string.Create(
                CultureInfo.InvariantCulture,
                $"{gold.Alignments.Count} alignments, but its bitext has {gold.Lengths.Count} sentence pairs"));
        }
    }

    private static GoldAlignment SureOnly(GoldAlignment gold) => new(gold.Sure, Alignment.Empty);

    private static LinkCounts[] CountSentences(GoldSet gold, Hypothesis hypothesis) =>
        [.. hypothesis.Alignments.Select((links, k) => gold.Lengths is null
            ? LinkCounts.Count(links, gold.Alignments[k])
            : CountInside(links, gold.Alignments[k], gold.Lengths[k]))];

    /// <summary>A link outside the pair is predicted, but never correct, even if the gold has it.</summary>
    private static LinkCounts CountInside(Alignment hypothesis, GoldAlignment gold, SentenceLengths lengths) =>
        LinkCounts.Count(Alignment.Of(hypothesis.Where(lengths.Contains)), gold) with { Predicted = hypothesis.Count };

    private static SystemReport Report(
        GoldSet gold, Hypothesis hypothesis, LinkCounts[] sentences, LinkCounts[] resampled)
    {
        SentenceLengths[] lengths = [.. gold.Alignments.Select((alignment, k) =>
            (gold.Lengths?[k] ?? default).Cover(alignment.Possible).Cover(hypothesis.Alignments[k]))];
        NullWordCounts nullWords = default;
        for (int k = 0; k < lengths.Length; k++)
        {
            nullWords += NullWordCounts.Count(hypothesis.Alignments[k], gold.Alignments[k], lengths[k]);
        }

        return new SystemReport(
            hypothesis.Name,
            Evaluation.Score.Of(LinkCounts.Sum(sentences), resampled),
            sentences,
            Breakdown.Of(LinkTypes, gold.Alignments, hypothesis.Alignments, lengths),
            Breakdown.Of(Distances, gold.Alignments, hypothesis.Alignments, lengths),
            nullWords,
            Diagnosis.Examine(gold, hypothesis));
    }
}
