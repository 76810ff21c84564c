namespace Aligner.Applications.Filtering;

/// <summary>
/// What is usual in a text: its two languages, its lengths, and which words are linked. Pairs are scored against it. A
/// text of one pair has nothing that is usual, and the score depends on the links of the pair alone.
/// </summary>
public sealed class TextProfile
{
    /// <summary>The languages are learned from at least so many pairs, and fewer than twice as many.</summary>
    private const int SampleSize = 5000;

    private readonly LinkSupport _support;
    private readonly LanguageProfile _languages;
    private readonly LengthProfile _lengths;
    private readonly int _step;
    private readonly int _sampled;

    private TextProfile(LinkSupport support, List<(string Source, string Target)> sample, int step)
    {
        _support = support;
        _languages = LanguageProfile.Learn(sample);
        _lengths = LengthProfile.Learn(sample);
        (_step, _sampled) = (step, sample.Count);
    }

    /// <summary>Learns from all pairs of a text, those without words too.</summary>
    public static TextProfile Learn(IEnumerable<FilterPair> pairs)
    {
        LinkSupport support = new();
        List<(string, string)> sample = [];
        (long index, int step) = (0, 1);
        foreach (FilterPair pair in pairs)
        {
            support.Add(pair.Links);
            if (index++ % step == 0)
            {
                sample.Add((pair.Source, pair.Target));
            }

            if (sample.Count == 2 * SampleSize)
            {
                step *= 2;
                sample = [.. sample.Where((_, place) => place % 2 == 0)];
            }
        }

        return new TextProfile(support, sample, step);
    }

    /// <summary>Scores a pair of the text.</summary>
    /// <param name="index">0-based number of the pair.</param>
    /// <param name="pair">The pair.</param>
    public PairScore Score(long index, FilterPair pair)
    {
        NoiseEvidence evidence = Judge(index, pair);
        return new PairScore(NoiseModel.Probability(evidence), evidence.Links.Source, evidence.Links.Target);
    }

    /// <summary>What the score of a pair is made of.</summary>
    internal NoiseEvidence Judge(long index, FilterPair pair)
    {
        LinkEvidence links = LinkEvidence.Of(pair.Links, _support);
        int? member = index % _step == 0 && index / _step < _sampled ? (int)(index / _step) : null;
        return new NoiseEvidence(
            links,
            _languages.Judge(pair.Source, pair.Target, member, links.Copied),
            _lengths.Judge(pair.Source, pair.Target));
    }
}
