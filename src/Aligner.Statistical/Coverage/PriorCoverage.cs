using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Coverage;

/// <summary>How many word pairs of priors come in a text.</summary>
public static class PriorCoverage
{
    /// <summary>Counts the word pairs whose words come on their sides of the text.</summary>
    /// <param name="priors">The priors.</param>
    /// <param name="model">The model that was trained on the text.</param>
    public static WordCoverage Of(AlignmentPriors priors, StatisticalModel model)
    {
        SideWords source = new(model.SourceVocabulary, model.SourceFrequencies);
        SideWords target = new(model.TargetVocabulary, model.TargetFrequencies);
        WordNormalizer normalizer = new(model.Text.Normalization);
        (string Source, string Target)[] pairs =
            [.. priors.Words.Select(pair => (pair.Source, pair.Target)).Distinct().Select(pair =>
                (normalizer.Normalize(pair.Source), normalizer.Normalize(pair.Target).ToString()))];
        return WordCoverage.Of(
            pairs.Length,
            Count(source.Has, target.Has),
            [
                (CoverageCause.Exchanged, Count(target.Has, source.Has)),
                (CoverageCause.Case, Count(source.HasInAnyCase, target.HasInAnyCase)),
                (CoverageCause.ExchangedCase, Count(target.HasInAnyCase, source.HasInAnyCase)),
                (CoverageCause.Punctuation, Count(source.HasBare, target.HasBare)),
            ]);

        long Count(Func<string, bool> hasSource, Func<string, bool> hasTarget) =>
            pairs.LongCount(pair => hasSource(pair.Source) && hasTarget(pair.Target));
    }
}
