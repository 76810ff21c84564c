using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// Trains the HMMs of both directions by agreement, starts the chains of a Gibbs sampler of the Bayesian HMM with
/// fertility from their posteriors, and counts the links on which the chains of both directions agree: these counts are
/// the last M-step of the HMMs' lexicons. What the chains drew of each pair is kept beside the HMMs, for the two err
/// differently and are averaged in decoding.
/// </summary>
/// <remarks>
/// Sampling finds what EM misses: few translations for each word, and few words for each token. The HMM with the
/// sampled lexicon keeps that, aligns text that was never seen, and needs no random numbers for it.
/// </remarks>
public sealed class BayesTrainer : IBidirectionalTrainer
{
    /// <summary>Links are counted whose mean over both directions is above this.</summary>
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
        DirectionalModels hmm = new HmmTrainer(_options.Hmm).Train(corpus, context).Models;
        SampledLinks sampled = new(corpus.Count);
        (FactoredLexicon forward, FactoredLexicon reverse) =
            CountLinks(corpus, hmm, sampled, context).ToLexicons(hmm.Factoring, _options.Hmm.LexicalFloor);
        DirectionalModels models = hmm with
        {
            Forward = new HmmModel(forward, ((HmmModel)hmm.Forward).Jumps),
            Reverse = new HmmModel(reverse, ((HmmModel)hmm.Reverse).Jumps),
        };
        return new TrainedDirections(models, sampled);
    }

    private LinkLexicon CountLinks(
        ParallelCorpus corpus, DirectionalModels hmm, SampledLinks sampled, TrainingContext context)
    {
        TrainingContext beside = context with { MaxMemory = context.MaxMemory / 2 }; // the HMM is there too
        IndexedCorpus indexed = new([corpus], [context.EncodedPriors.Words], beside);
        GibbsSampler sampler = new(indexed, Backoff(corpus, indexed), _options, Known(indexed, context), context);
        Start(sampler, corpus, hmm, context);
        sampler.Run();
        LinkLexicon lexicon = new(indexed.Cells[0].Index, indexed.Priors[0]);
        List<int> linked = [];
        sampler.Decode((pair, forward, reverse) =>
        {
            sampled.Set(pair, corpus.Source(pair).Length, forward, reverse);
            linked.Clear();
            for (int cell = 0; cell < forward.Length; cell++)
            {
                if ((forward[cell] + reverse[cell]) / 2 > LeastMeanPosterior)
                {
                    linked.Add(cell);
                }
            }

            lexicon.Count(pair, indexed.Cells[0][pair], linked);
        });
        return lexicon;
    }

    /// <summary>Priors in whole links; rare words that are spelled alike count as linked once.</summary>
    private IReadOnlyList<(int Entry, int Links)> Known(IndexedCorpus indexed, TrainingContext context)
    {
        IReadOnlyList<(int Entry, float Count)> cognates = _options.Hmm.Cognates
            ? CognatePrior.Find(indexed.Cells[0].Index, context.ParallelOptions)
            : [];
        return
        [
            .. indexed.Priors[0].Select(prior => (prior.Entry, (int)MathF.Round(prior.Count))),
            .. cognates.Select(prior => (prior.Entry, 1)),
        ];
    }

    private LexicalBackoff Backoff(ParallelCorpus corpus, IndexedCorpus indexed)
    {
        WordNormalizer stem = new(new NormalizationOptions
        {
            Lowercase = true,
            StripMarks = true,
            StemLength = _options.StemLength,
        });
        return LexicalBackoff.Build(
            indexed.Cells[0].Index,
            new WordFactor(corpus.SourceVocabulary, stem),
            new WordFactor(corpus.TargetVocabulary, stem));
    }

    private static void Start(
        GibbsSampler sampler, ParallelCorpus corpus, DirectionalModels models, TrainingContext context) =>
        Parallel.For(
            0,
            corpus.Count,
            context.ParallelOptions,
            () => new DecoderWorkspace(),
            (pair, _, workspace) =>
            {
                if (!corpus.Source(pair).IsEmpty)
                {
                    EncodedPair encoded = models.Factoring.Encode(corpus, pair);
                    workspace.Emit(models, encoded);
                    workspace.ComputePosteriors(models, encoded);
                    sampler.Start(pair, workspace.Forward, workspace.Reverse);
                }

                return workspace;
            },
            static _ => { });
}
