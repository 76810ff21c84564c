using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Priors;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.StemLexicons;

/// <summary>What a lexicon of stems knows of the words of a text.</summary>
/// <param name="Languages">
/// The language pair that explains most words; null if that is too few, or not twice as many as have the same stem on
/// the other side: then both are of one language, or nearly.
/// </param>
/// <param name="Priors">Words that come together in a pair and whose stems it has linked.</param>
public sealed record StemLexiconPriors(string? Languages, AlignmentPriors Priors)
{
    /// <summary>Pairs that tell the languages, at most, words of each that do, and pairs of words in all.</summary>
    private const int SampleSize = 50, SampleLength = 100, SampleWordPairs = 20_000;

    /// <summary>
    /// The language pairs that explain most words of the first pairs of the sample are tried on all of it (sequential
    /// halving, Karnin, Koren and Somekh 2013, in one step).
    /// </summary>
    private const int FirstPairs = 6, LikelyLanguages = 50;

    /// <summary>
    /// Share of the words that a language pair must explain. On dev sets, the right one explains 0.58 or more, or
    /// half of Chinese and Japanese, whose words are not those of the lexicon; another half at most, if not related.
    /// </summary>
    private const double LeastShare = 0.55;

    /// <summary>Finds the languages of a text and what is known of its words.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="text">The text.</param>
    /// <param name="normalizer">Tells which words are one; priors have them as it makes them.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static StemLexiconPriors Of(
        StemLexicon lexicon, IReadOnlyList<TokenizedPair> text, WordNormalizer normalizer, TrainingContext context)
    {
        Side sources = new(normalizer), targets = new(normalizer);
        (int[] Source, int[] Target)[] pairs =
            [.. text.Select(pair => (sources.Add(pair.Source), targets.Add(pair.Target)))];
        (int[] Source, int[] Target)[] sample = [.. Sample(pairs)];
        int words = sample.Sum(pair => pair.Source.Length + pair.Target.Length);
        int same = sample.Sum(pair => Explained((i, j) => sources.Hashes[i] == targets.Hashes[j] ? 1 : 0, pair));
        int[] candidates = [.. Enumerable.Range(0, lexicon.Languages.Count)];
        int[] explainedFirst = ExplainedBy(candidates, [.. sample.Take(FirstPairs)]);
        int[] likely =
            [.. candidates.OrderByDescending(candidate => explainedFirst[candidate]).Take(LikelyLanguages).Order()];
        int[] explained = ExplainedBy(likely, sample);
        int most = explained.DefaultIfEmpty().Max();
        if (most == 0 || most < LeastShare * words || most < 2 * same)
        {
            return new StemLexiconPriors(null, AlignmentPriors.None);
        }

        int languages = likely[Array.IndexOf(explained, most)];
        Func<int, int, double> counts = Counts(languages);
        HashSet<(int, int)> seen = [];
        List<WordPairPrior> priors = [];
        foreach ((int[] source, int[] target) in pairs)
        {
            foreach (int i in source)
            {
                foreach (int j in target)
                {
                    if (counts(i, j) is > 0 and var count && seen.Add((i, j)))
                    {
                        priors.Add(new WordPairPrior(sources.Words[i], targets.Words[j], count));
                    }
                }
            }
        }

        return new StemLexiconPriors(
            lexicon.Languages[languages], AlignmentPriors.None with { Words = priors });

        int[] ExplainedBy(int[] candidates, (int[] Source, int[] Target)[] pairs)
        {
            int[] explained = new int[candidates.Length];
            Parallel.For(
                0,
                candidates.Length,
                context.ParallelOptions,
                k => explained[k] = pairs.Sum(pair => Explained(Counts(candidates[k]), pair)));
            return explained;
        }

        Func<int, int, double> Counts(int candidate) =>
            (i, j) => lexicon.CountOf(candidate, sources.Hashes[i], targets.Hashes[j]);
    }

    private static IEnumerable<(int[] Source, int[] Target)> Sample((int[] Source, int[] Target)[] pairs)
    {
        int left = SampleWordPairs;
        for (int k = 0; k < pairs.Length && left > 0; k += Math.Max(1, (pairs.Length + SampleSize - 1) / SampleSize))
        {
            int[] source = [.. pairs[k].Source.Take(SampleLength)], target = [.. pairs[k].Target.Take(SampleLength)];
            yield return (source, target);
            left -= source.Length * target.Length;
        }
    }

    /// <summary>Words of a pair, on either side, that are linked with one of the other side.</summary>
    private static int Explained(Func<int, int, double> counts, (int[] Source, int[] Target) pair)
    {
        bool[] sources = new bool[pair.Source.Length], targets = new bool[pair.Target.Length];
        for (int i = 0; i < sources.Length; i++)
        {
            for (int j = 0; j < targets.Length; j++)
            {
                if (counts(pair.Source[i], pair.Target[j]) > 0)
                {
                    sources[i] = targets[j] = true;
                }
            }
        }

        return sources.Count(isExplained => isExplained) + targets.Count(isExplained => isExplained);
    }

    /// <summary>The words of one side.</summary>
    private sealed class Side(WordNormalizer normalizer)
    {
        /// <summary>Each word once.</summary>
        public Vocabulary Words { get; } = new();

        /// <summary>The numbers of the stems that they had first.</summary>
        public List<ulong> Hashes { get; } = [];

        public int[] Add(IReadOnlyList<string> words)
        {
            int[] numbers = new int[words.Count];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = Words.Add(normalizer.Normalize(words[i]));
                if (numbers[i] == Hashes.Count)
                {
                    Hashes.Add(StemHash.Of(words[i]));
                }
            }

            return numbers;
        }
    }
}
