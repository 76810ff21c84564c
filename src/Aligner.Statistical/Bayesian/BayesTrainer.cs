using Aligner.Statistical.Corpora;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// Trains the HMMs of both directions by agreement, starts the chains of a Gibbs sampler of the Bayesian HMM with
/// fertility from their posteriors, and counts the links on which the chains of both directions agree: these counts are
/// the last M-step of the HMMs' lexicons. The links that the chains drew for each pair are kept too: they and the
/// HMMs make different errors and are averaged in decoding. Pairs that are equal share what was drawn for any of them.
/// </summary>
/// <remarks>
/// Unlike EM, sampling favors few translations for each word and few links for each token. The HMM with the sampled
/// lexicon keeps that, and it aligns new text without random numbers.
/// </remarks>
public sealed class BayesTrainer : IBidirectionalTrainer
{
    /// <summary>Links with a mean posterior over both directions above this are counted.</summary>
    private const float LeastMeanPosterior = 0.5f;

    private readonly BayesOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public BayesTrainer(BayesOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc />
    public TrainedDirections Train(ParallelCorpus corpus, TrainingContext context)
    {
        SamplerLinks links = new(corpus, _options); // first, so that the heap can give back all that the HMMs leave
        HmmFrame hmm = DrawFirstLinks(corpus, context, links);
        SampledLinks sampled = new(corpus.Count);
        (FactoredLexicon forward, FactoredLexicon reverse) =
            CountLinks(hmm, links, sampled, context).ToLexicons(hmm.Factoring, _options.Hmm.LexicalFloor);
        return new TrainedDirections(hmm.With(forward, reverse), sampled);
    }

    /// <summary>Trains HMMs and draws from them, then forgets their lexicons.</summary>
    private HmmFrame DrawFirstLinks(ParallelCorpus corpus, TrainingContext context, SamplerLinks links)
    {
        HmmEstimate hmm = new HmmTrainer(_options.Hmm).Estimate(corpus, context);
        hmm.Visit(links.Draw);
        return hmm.Frame;
    }

    /// <summary>Samples, then forgets the sampler.</summary>
    private LinkLexicon CountLinks(HmmFrame hmm, SamplerLinks links, SampledLinks sampled, TrainingContext context)
    {
        ParallelCorpus corpus = hmm.Corpus;
        WordNormalizer stem = new(new NormalizationOptions
        {
            Lowercase = true,
            StripMarks = true,
            StemLength = _options.StemLength,
        });
        GibbsSampler sampler = new(
            corpus,
            WordClasses.OfSource(corpus, stem),
            WordClasses.OfTarget(corpus, stem),
            _options,
            Known(hmm),
            links,
            context);
        sampler.Run();
        LinkLexicon lexicon = new(corpus, hmm.Priors);
        EqualPairs equal = new(corpus);
        sampler.Decode(Read, (pair, linked) =>
        {
            if (!equal.IsRepeated(pair))
            {
                lexicon.Count(pair, linked);
            }
        });
        foreach (IReadOnlyList<int> pairs in equal.Groups)
        {
            int n = corpus.Source(pairs[0]).Length;
            sampled.Average(pairs);
            int[] linked =
                [.. sampled.Links(pairs[0], LeastMeanPosterior).Select(link => (link.Target * n) + link.Source)];
            foreach (int pair in pairs)
            {
                lexicon.Count(pair, linked);
            }
        }

        return lexicon;

        List<int> Read(int pair, ReadOnlySpan<float> forward, ReadOnlySpan<float> reverse)
        {
            sampled.Set(pair, corpus.Source(pair).Length, forward, reverse);
            List<int> linked = [];
            for (int cell = 0; cell < forward.Length; cell++)
            {
                if ((forward[cell] + reverse[cell]) / 2 > LeastMeanPosterior)
                {
                    linked.Add(cell);
                }
            }

            return linked;
        }
    }

    /// <summary>Priors in whole links; rare words that are spelled alike count as linked once.</summary>
    private static IReadOnlyList<(int Source, int Target, int Links)> Known(HmmFrame hmm) =>
    [
        .. hmm.Priors.Select(prior => (prior.Source, prior.Target, (int)MathF.Round((float)prior.Count))),
        .. hmm.Cognates.Select(prior => (prior.Source, prior.Target, 1)),
    ];
}
