using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Inflections;

/// <summary>The rules for the words of one side.</summary>
public sealed class InflectionRules
{
    /// <summary>The places around a head are collected on the stack.</summary>
    internal const int DistanceLimit = 64;

    private readonly Vocabulary _words = new();
    private readonly Vocabulary _suffixes = new();
    private readonly Dictionary<(int Word, bool IsBefore, int Suffix), float> _probabilities = [];
    private readonly int _maxSuffixLength;

    /// <param name="rules">Rules, each word and suffix at most once on each side of the head.</param>
    /// <param name="maxDistance">Places before or after its head where a word may stand.</param>
    /// <exception cref="ArgumentException">
    /// A rule comes twice, is not in lower case, has no suffix or no probability, or the distance is not 1 to 64.
    /// </exception>
    public InflectionRules(IReadOnlyList<InflectionRule> rules, int maxDistance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDistance, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxDistance, DistanceLimit);
        All = rules;
        MaxDistance = maxDistance;
        _maxSuffixLength = rules.Select(rule => rule.Suffix.Length).DefaultIfEmpty().Max();
        foreach (InflectionRule rule in rules)
        {
            if (rule.Suffix.Length == 0
                || !IsLowercase(rule.Word)
                || !IsLowercase(rule.Suffix)
                || !(rule.Probability >= 0 && rule.Probability <= 1))
            {
                throw new ArgumentException($"{rule} is no rule", nameof(rules));
            }

            _probabilities.Add((_words.Add(rule.Word), rule.IsBefore, _suffixes.Add(rule.Suffix)), rule.Probability);
        }
    }

    /// <summary>No rules.</summary>
    public static InflectionRules None { get; } = new([], maxDistance: 1);

    /// <summary>All rules.</summary>
    public IReadOnlyList<InflectionRule> All { get; }

    /// <summary>Places before or after its head where a word may stand.</summary>
    public int MaxDistance { get; }

    /// <summary>These rules, and those of an earlier model that are not among them.</summary>
    public InflectionRules With(InflectionRules earlier) => new(
        [.. All.UnionBy(earlier.All, rule => (rule.Word, rule.IsBefore, rule.Suffix))],
        Math.Max(MaxDistance, earlier.MaxDistance));

    /// <summary>
    /// The probability that the translation of the adjacent head expresses the word; 0 without a rule.
    /// </summary>
    internal float Probability(string word, bool isBefore, string translation)
    {
        float best = 0;
        int wordId = _words.Find(word.ToLowerInvariant());
        if (wordId == Vocabulary.Unknown)
        {
            return best;
        }

        string inflected = translation.ToLowerInvariant();
        for (int length = 1; length <= _maxSuffixLength; length++)
        {
            int suffix = _suffixes.Find(Suffixes.Of(inflected, length));
            best = Math.Max(best, _probabilities.GetValueOrDefault((wordId, isBefore, suffix)));
        }

        return best;
    }

    private static bool IsLowercase(string text) => text.Equals(text.ToLowerInvariant(), StringComparison.Ordinal);
}
