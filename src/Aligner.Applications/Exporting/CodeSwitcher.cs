using Aligner.Core.Numerics;

namespace Aligner.Applications.Exporting;

/// <summary>
/// Replaces words or entities of a sentence by their linked translations, of one language or of several: text for
/// multilingual models (EntityCS, Whitehouse et al. 2022; PreAlign, Li et al. 2024).
/// </summary>
/// <param name="options">How much is replaced.</param>
/// <param name="seed">The same seed and pair give the same sentence, whatever the other pairs are.</param>
public sealed class CodeSwitcher(CodeSwitchOptions options, ulong seed)
{
    private readonly CodeSwitchOptions _options = Validated(options);

    /// <summary>Switches a sentence.</summary>
    /// <param name="translations">
    /// The sentence with its translations, one or more; the source words of all of them are the same.
    /// </param>
    /// <param name="entities">
    /// The only words that may be replaced, each span as a whole; null, the default, if all words may.
    /// </param>
    /// <param name="copy">0-based number of the copy, which draws other words; 0 by default.</param>
    /// <exception cref="ArgumentException">There is no translation, or the source words differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An entity does not lie in the sentence.</exception>
    public SwitchedSentence Switch(
        IReadOnlyList<AlignedPair> translations, IReadOnlyList<WordSpan>? entities = null, int copy = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(translations.Count, nameof(translations));
        IReadOnlyList<string> source = translations[0].Words.Source;
        if (translations.Any(pair => !pair.Words.Source.SequenceEqual(source, StringComparer.Ordinal)))
        {
            throw new ArgumentException("the translations are of different sentences", nameof(translations));
        }

        SplitMix64 random = LineRandom.Of(seed, translations[0].Line, copy);
        Candidate[] candidates =
            [.. translations.SelectMany((pair, number) => Candidates(pair, number, entities))];
        double expected = _options.Share * (entities?.Count ?? source.Count);
        double wanted = Math.Floor(expected + random.NextDouble());
        LineRandom.Shuffle(candidates, ref random);
        return SwitchedSentence.Of(
            source,
            Choose(candidates, wanted, entities is not null)
                .OrderBy(candidate => candidate.Unit.Source.Start)
                .Select(candidate => (candidate.Unit.Source, candidate.Words, candidate.Translation)));
    }

    /// <summary>Candidates that do not overlap, until enough words, or entities, are replaced.</summary>
    private static List<Candidate> Choose(Candidate[] candidates, double wanted, bool countsEntities)
    {
        List<Candidate> chosen = [];
        int count = 0;
        foreach (Candidate candidate in candidates)
        {
            int size = countsEntities ? 1 : candidate.Unit.Source.Length;
            if (count + size <= wanted && !chosen.Exists(other => other.Unit.Source.Overlaps(candidate.Unit.Source)))
            {
                chosen.Add(candidate);
                count += size;
            }
        }

        return chosen;
    }

    private IEnumerable<Candidate> Candidates(AlignedPair pair, int number, IReadOnlyList<WordSpan>? entities)
    {
        IEnumerable<TranslationUnit> units = entities is null
            ? TranslationUnit.Of(pair).Where(unit => unit.Source.Length <= _options.MaximumLength)
            : entities.Select(entity => TranslationUnit.Of(pair, entity)).OfType<TranslationUnit>();
        foreach (TranslationUnit unit in units.Where(unit => unit.Probability >= _options.MinimumProbability))
        {
            string[] source = [.. UnitWords.Of(pair.Words.Source, unit.Source)];
            string[] target = [.. UnitWords.Of(pair.Words.Target, unit.Target)];
            if (UnitWords.HaveLetters(source) && UnitWords.HaveLetters(target) && !source.SequenceEqual(target))
            {
                yield return new Candidate(unit, target, number);
            }
        }
    }

    private static CodeSwitchOptions Validated(CodeSwitchOptions options)
    {
        options.Validate();
        return options;
    }

    private sealed record Candidate(TranslationUnit Unit, IEnumerable<string> Words, int Translation);
}
