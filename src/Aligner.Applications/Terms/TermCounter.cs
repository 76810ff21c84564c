using System.Runtime.InteropServices;
using Aligner.Applications.Lexicons;

namespace Aligner.Applications.Terms;

/// <summary>
/// Finds pairs of multi-word terms: consistent phrase pairs whose first and last words are linked, are neither common
/// nor punctuation, and of which one has at least two words. They are ranked by the log-likelihood ratio (Dunning
/// 1993).
/// </summary>
public sealed class TermCounter
{
    private const long LeastCommonCount = 10;

    private readonly TermOptions _options;
    private readonly LexiconCounter _phrases;
    private readonly Dictionary<string, long> _sourceWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _targetWords = new(StringComparer.Ordinal);

    /// <param name="options">What counts as a pair of terms.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TermCounter(TermOptions options)
    {
        options.Validate();
        _options = options;
        _phrases = new LexiconCounter(new LexiconOptions { MaxPhraseLength = options.MaxLength });
    }

    /// <summary>Counts the phrases of a pair.</summary>
    public void Add(AlignedPair pair)
    {
        _phrases.Add(pair);
        Count(_sourceWords, pair.Words.Source);
        Count(_targetWords, pair.Words.Target);
    }

    /// <summary>The pairs of terms, those with the highest log-likelihood ratio first.</summary>
    public IEnumerable<TermPair> Terms()
    {
        HashSet<string> commonSource = Common(_sourceWords);
        HashSet<string> commonTarget = Common(_targetWords);
        return _phrases.Entries(_options.MinCount)
            .Where(entry => entry.LogLikelihoodRatio > 0
                && (entry.Source.Contains(' ') || entry.Target.Contains(' '))
                && IsTerm(entry.Source, commonSource)
                && IsTerm(entry.Target, commonTarget))
            .OrderByDescending(entry => entry.LogLikelihoodRatio)
            .Select(entry =>
                new TermPair(entry.Source, entry.Target, entry.Count, entry.LogLikelihoodRatio, entry.Line));
    }

    private static void Count(Dictionary<string, long> counts, IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }
    }

    private static bool IsTerm(string phrase, HashSet<string> common) =>
        phrase.Split(' ') is var words && CanEnd(words[0], common) && CanEnd(words[^1], common);

    private static bool CanEnd(string word, HashSet<string> common) =>
        word.Any(char.IsLetter) && !common.Contains(word);

    private HashSet<string> Common(Dictionary<string, long> counts)
    {
        double limit = Math.Max(_options.CommonShare * counts.Values.Sum(), LeastCommonCount);
        return [.. counts.Where(pair => pair.Value > limit).Select(pair => pair.Key)];
    }
}
