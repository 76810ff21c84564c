using Aligner.Core.Corpora;
using Aligner.Statistical.Models;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Coverage;

/// <summary>Counts how many words of a text a saved model knows, while the text passes by. For one thread.</summary>
public sealed class ModelCoverage
{
    private readonly SideWords _source;
    private readonly SideWords _target;
    private readonly WordNormalizer _normalizer;
    private readonly Counts _sourceCounts = new();
    private readonly Counts _targetCounts = new();

    /// <param name="model">The model.</param>
    public ModelCoverage(StatisticalModel model)
    {
        _source = new SideWords(model.SourceVocabulary, model.SourceFrequencies);
        _target = new SideWords(model.TargetVocabulary, model.TargetFrequencies);
        _normalizer = new WordNormalizer(model.Text.Normalization);
    }

    /// <summary>How many source words of the text are known.</summary>
    public WordCoverage Source => _sourceCounts.ToCoverage();

    /// <summary>How many target words of the text are known.</summary>
    public WordCoverage Target => _targetCounts.ToCoverage();

    /// <summary>Counts the words of a pair.</summary>
    public void Add(TokenizedPair pair)
    {
        Add(pair.Source, _sourceCounts, _source, _target);
        Add(pair.Target, _targetCounts, _target, _source);
    }

    private void Add(IReadOnlyList<string> words, Counts counts, SideWords own, SideWords other)
    {
        foreach (string word in words)
        {
            string normal = _normalizer.Normalize(word);
            bool isKnown = own.Has(normal);
            counts.All++;
            counts.Known += isKnown ? 1 : 0;
            counts.Exchanged += other.Has(normal) ? 1 : 0;
            counts.AnyCase += isKnown || own.HasInAnyCase(normal) ? 1 : 0;
            counts.Bare += isKnown || own.HasBare(normal) ? 1 : 0;
        }
    }

    private sealed class Counts
    {
        public long All { get; set; }

        public long Known { get; set; }

        public long Exchanged { get; set; }

        public long AnyCase { get; set; }

        public long Bare { get; set; }

        public WordCoverage ToCoverage() => WordCoverage.Of(
            All,
            Known,
            [
                (CoverageCause.Exchanged, Exchanged),
                (CoverageCause.Case, AnyCase),
                (CoverageCause.Punctuation, Bare),
            ]);
    }
}
