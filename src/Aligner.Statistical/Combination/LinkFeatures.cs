using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>
/// What a network sees of a possible link: what each says of it, of links beside it and of others of its words, and
/// what kind of words they are. After Ayan, Dorr and Monz (2005), "NeurAlign: Combining word alignments using neural
/// networks", section 4, with posteriors in place of links, and without what needs a tagger.
/// </summary>
internal sealed class LinkFeatures
{
    /// <summary>Links that are less probable by the mean, and that no one else names, are left out.</summary>
    private const float LeastMean = 0.02f;

    /// <summary>Keeps log-odds finite.</summary>
    private const float Smallest = 1e-3f;

    /// <summary>Log-frequencies of words that count as frequent, and as rare, as any.</summary>
    private const float MostFrequent = -3, Rarest = -15;

    /// <summary>Words that are further apart are all alike.</summary>
    private const int Far = 8;

    /// <summary>A word whose best link is less probable has none.</summary>
    private const float LeastBest = 0.3f;

    private readonly TableTotals _mean = new();
    private readonly TableTotals _prior = new();

    /// <summary>The names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "forward log-odds", "reverse log-odds", "sampled forward log-odds", "sampled reverse log-odds",
        "rule", "prior log-odds", "mean", "forward", "reverse", "prior", "product",
        "mean before, source", "mean after, source", "mean before, target", "mean after, target",
        "mean before both", "mean after both", "mean before source, after target", "mean after source, before target",
        "others of source, sum", "others of source, best", "others of target, sum", "others of target, best",
        "prior beside, source", "prior beside, target", "prior along the diagonal",
        "prior of others of source, sum", "prior of others of source, best",
        "prior of others of target, sum", "prior of others of target, best",
        "distance from the diagonal", "source is punctuation", "target is punctuation",
        "source log-frequency", "target log-frequency", "same word",
        "distance from the best of source", "distance from the best of target",
        "prior is known",
    ];

    /// <summary>Gets ready for a pair.</summary>
    public void Begin(PairEvidence pair)
    {
        _mean.Fill(pair[Evidence.Mean], pair.Stride);
        _prior.Fill(pair[Evidence.Prior], pair.Stride);
    }

    /// <summary>Finds the links that are not out of the question, in their order.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="links">Cleared first.</param>
    public static void FindPossible(PairEvidence pair, List<Link> links)
    {
        links.Clear();
        ReadOnlySpan<float> mean = pair[Evidence.Mean], prior = pair[Evidence.Prior], rule = pair[Evidence.Rule];
        for (int i = 0; i < pair.SourceLength; i++)
        {
            for (int j = 0; j < pair.TargetLength; j++)
            {
                int cell = pair.Cell(i, j);
                if (mean[cell] > LeastMean || prior[cell] > 0 || rule[cell] > 0)
                {
                    links.Add(new Link(i, j));
                }
            }
        }
    }

    /// <summary>Computes the features of a link.</summary>
    /// <param name="pair">The pair that this has been made ready for.</param>
    /// <param name="link">A link.</param>
    /// <param name="features">Gets them, in the order of <see cref="Names"/>.</param>
    public void Fill(PairEvidence pair, Link link, Span<float> features)
    {
        (int source, int target) = link;
        ReadOnlySpan<float> mean = pair[Evidence.Mean], prior = pair[Evidence.Prior];
        int stride = pair.Stride, cell = pair.Cell(source, target), k = 0;
        int row = source + 1, column = target + 1;
        float forward = pair[Evidence.Forward][cell], sampledForward = pair[Evidence.SampledForward][cell];
        float reverse = pair[Evidence.Reverse][cell], sampledReverse = pair[Evidence.SampledReverse][cell];
        float bothForward = (forward + sampledForward) / 2, bothReverse = (reverse + sampledReverse) / 2;

        features[k++] = LogOdds(forward);
        features[k++] = LogOdds(reverse);
        features[k++] = LogOdds(sampledForward);
        features[k++] = LogOdds(sampledReverse);
        features[k++] = pair[Evidence.Rule][cell];
        features[k++] = LogOdds(prior[cell]);
        features[k++] = mean[cell];
        features[k++] = bothForward;
        features[k++] = bothReverse;
        features[k++] = prior[cell];
        features[k++] = MathF.Sqrt(bothForward * bothReverse);

        AddBeside(mean, cell, stride, features[k..]);
        k += 8;
        AddOthers(_mean, link, mean[cell], features[k..]);
        k += 4;
        features[k++] = prior[cell - stride] + prior[cell + stride];
        features[k++] = prior[cell - 1] + prior[cell + 1];
        features[k++] = prior[cell - stride - 1] + prior[cell + stride + 1];
        AddOthers(_prior, link, prior[cell], features[k..]);
        k += 4;

        WordTraits sourceWord = pair.SourceWords[source], targetWord = pair.TargetWords[target];
        features[k++] = MathF.Abs(
            ((float)row / (pair.SourceLength + 1)) - ((float)column / (pair.TargetLength + 1)));
        features[k++] = sourceWord.IsPunctuation ? 1 : 0;
        features[k++] = targetWord.IsPunctuation ? 1 : 0;
        features[k++] = Math.Clamp(sourceWord.LogFrequency, Rarest, MostFrequent);
        features[k++] = Math.Clamp(targetWord.LogFrequency, Rarest, MostFrequent);
        features[k++] = sourceWord.Text == targetWord.Text ? 1 : 0;
        features[k++] = Distance(column, _mean.Row(row));
        features[k++] = Distance(row, _mean.Column(column));
        features[k] = pair.HasPrior ? 1 : 0;
    }

    /// <summary>Adds the eight cells around one: each word beside it with the same other word, then both.</summary>
    public static void AddBeside(ReadOnlySpan<float> table, int cell, int stride, Span<float> features)
    {
        int next = stride + 1, across = stride - 1, k = 0;
        foreach (int step in (ReadOnlySpan<int>)[-stride, stride, -1, 1, -next, next, -across, across])
        {
            features[k++] = table[cell + step];
        }
    }

    /// <summary>Adds the sum and the best of the other links of the source word, then of the target word.</summary>
    public static void AddOthers(TableTotals totals, Link link, float own, Span<float> features)
    {
        ref readonly TableTotals.Line source = ref totals.Row(link.Source + 1);
        ref readonly TableTotals.Line target = ref totals.Column(link.Target + 1);
        features[0] = source.SumWithout(own);
        features[1] = source.BestWithout(own);
        features[2] = target.SumWithout(own);
        features[3] = target.BestWithout(own);
    }

    /// <summary>The log-odds of a probability, finite for 0 and 1 too.</summary>
    public static float LogOdds(float probability) =>
        MathF.Log((probability + Smallest) / (1 - probability + Smallest));

    private static float Distance(int place, TableTotals.Line line) =>
        line.Best > LeastBest ? (float)Math.Min(Far, Math.Abs(place - line.BestPlace)) / Far : 0;
}
