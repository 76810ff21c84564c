namespace Aligner.Applications.Filtering;

/// <summary>
/// The two languages of a noisy text, known by their character trigrams alone: no list of languages is needed. The
/// source side is taken as it is. The target language is that of most targets: the distribution is fitted several
/// times, each time with less weight on lines that fit it badly or fit the source better.
/// </summary>
internal sealed class LanguageProfile
{
    /// <summary>Trigrams that count as much as what is believed without any text.</summary>
    private const double Belief = 2000;

    private const int Fits = 6;

    private readonly TrigramModel _source;
    private readonly TrigramModel _target;
    private readonly double[] _weights;
    private readonly double _best, _typical, _deviation;

    private LanguageProfile(
        TrigramModel source, TrigramModel target, double[] weights, double[] fits, double[] differences)
    {
        (_source, _target, _weights) = (source, target, weights);
        _best = Spread.Quantile(differences, 0.75);
        _typical = Spread.Quantile(fits, 0.75);
        _deviation = Spread.Deviation(fits) + 1e-9;
    }

    /// <summary>Learns from a sample of the pairs of a text.</summary>
    public static LanguageProfile Learn(IReadOnlyList<(string Source, string Target)> sample)
    {
        Trigrams[] sources = [.. sample.Select(pair => Trigrams.Of(pair.Source))];
        Trigrams[] targets = [.. sample.Select(pair => Trigrams.Of(pair.Target))];
        int vocabulary = sources.Concat(targets).SelectMany(text => text.Counts.Keys).Distinct().Count() + 1;
        TrigramModel source = Fit(sources, vocabulary, [.. sources.Select(_ => 1.0)]);
        double[] ofSource = [.. targets.Zip(sources, (target, own) => source.MeanLogProbability(target, own, 1))];
        double[] weights = [.. targets.Select(_ => 1.0)];
        for (int fit = 1; ; fit++)
        {
            TrigramModel target = Fit(targets, vocabulary, weights);
            double[] fits = [.. targets.Zip(weights, (text, own) => target.MeanLogProbability(text, text, own))];
            if (fit == Fits)
            {
                double[] differences = [.. fits.Zip(ofSource, (fit, other) => fit - other)];
                return new LanguageProfile(source, target, weights, fits, differences);
            }

            weights = Weigh(fits, ofSource);
        }
    }

    /// <summary>Judges a pair.</summary>
    /// <param name="source">The source sentence.</param>
    /// <param name="target">The target sentence.</param>
    /// <param name="member">Its index in the sample, so that it does not tell of itself; null if it has none.</param>
    /// <param name="copied">
    /// The share of the target that is copied: what is believed of its language without any text.
    /// </param>
    public LanguageEvidence Judge(string source, string target, int? member, double copied)
    {
        Trigrams ofSource = Trigrams.Of(source), ofTarget = Trigrams.Of(target);
        double own = member is { } index ? _weights[index] : 0;
        double fit = _target.MeanLogProbability(ofTarget, ofTarget, own);
        double other = _source.MeanLogProbability(ofTarget, ofSource, member is null ? 0 : 1);
        double known = _target.Total - (own * ofTarget.Total);
        double trust = known / (known + Belief);
        double lack = Math.Clamp((fit - other - _best) / Math.Max(_best, 0.5), -2, 0.2);
        return new LanguageEvidence(
            1 + (trust * lack) - ((1 - trust) * copied),
            trust * Math.Clamp((fit - _typical) / _deviation, -6, 2));
    }

    private static TrigramModel Fit(Trigrams[] texts, int vocabulary, double[] weights)
    {
        TrigramModel model = new(vocabulary);
        for (int text = 0; text < texts.Length; text++)
        {
            model.Add(texts[text], weights[text]);
        }

        return model;
    }

    /// <summary>How much each line counts: little if it is an outlier, or fits the source better.</summary>
    private static double[] Weigh(double[] fits, double[] ofSource)
    {
        double typical = Spread.Quantile(fits, 0.75), deviation = Spread.Deviation(fits) + 1e-9;
        return
        [
            .. fits.Zip(ofSource, (fit, other) =>
                NoiseModel.Sigmoid(4 * (((fit - typical) / deviation) + 1.5)) * NoiseModel.Sigmoid(8 * (fit - other))),
        ];
    }
}
