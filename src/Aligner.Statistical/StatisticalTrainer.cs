using Aligner.Combination.Deciders;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical;

/// <summary>From a bitext to a model that can be saved.</summary>
public static class StatisticalTrainer
{
    /// <param name="method">Which model.</param>
    /// <param name="settings">What the user sets of it.</param>
    /// <param name="text">How lines become words.</param>
    /// <param name="maxLength">Pairs with more tokens on a side are left out.</param>
    /// <param name="bitext">What to learn from.</param>
    /// <param name="context">Threads, memory, priors, progress, cancellation.</param>
    /// <exception cref="Core.DataException">The bitext breaks its format, or is too long.</exception>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InsufficientMemoryException">The text needs more memory than the process may take.</exception>
    /// <exception cref="IOException">The bitext cannot be read, or temporary files cannot be written.</exception>
    public static TrainingResult Train(
        StatisticalMethod method,
        MethodSettings settings,
        TextOptions text,
        int maxLength,
        TrainingText bitext,
        TrainingContext context)
    {
        IBidirectionalTrainer trainer = method.CreateTrainer(settings);
        Vocabulary source = new();
        Vocabulary target = new();
        PairEncoder encoder = new(text, source, target, factoring: null, maxLength);
        ParallelCorpus corpus = encoder.Collect(bitext, context.Storage, context.Cancellation);
        EncodedPriors priors =
            EncodedPriors.Encode(context.Priors, new WordNormalizer(text.Normalization), source, target);
        TrainingContext known = context with
        {
            MaxMemory = context.MaxProcessMemory == long.MaxValue
                ? context.MaxMemory
                : Math.Min(
                    context.MaxMemory,
                    MemoryForecast.ForTables(MemoryForecast.ForText(corpus, context), context.MaxProcessMemory)),
            EncodedPriors = priors,
        };
        TrainedDirections trained = trainer.Train(corpus, known);
        StatisticalModel model = new(
            method,
            text,
            maxLength,
            source,
            target,
            corpus.CountSource(),
            corpus.CountTarget(),
            trained.Models,
            InflectionModel.None)
        {
            Pairs = corpus.Count - encoder.EmptyPairs - encoder.OverlongPairs,
        };
        TrainingResult result =
            new(model, corpus, trained.Sampled, encoder.EmptyPairs, encoder.OverlongPairs);
        return method.Inflections(settings) is { } inflections && text.Normalization.StemLength == 0
            ? result with
            {
                Model = model with
                {
                    Inflections = InflectionLearner.Learn(corpus, SureLinks(result, context), inflections, known),
                },
            }
            : result;
    }

    /// <summary>The sure links of pairs: those that samplers drew, or else those by the mean of posteriors.</summary>
    private static Func<int[], IReadOnlyList<Alignment>> SureLinks(TrainingResult trained, TrainingContext context)
    {
        if (trained.Sampled is { } sampled)
        {
            return batch => [.. batch.Select(pair => sampled.Links(pair, (float)MergeOptions.Sure.Threshold))];
        }

        StatisticalAligner aligner = new(trained.Model, MergeOptions.Sure, context.Threads);
        return batch => [.. aligner.Align(batch.Length, k => trained.Pair(batch[k]), context.Cancellation)
            .Select(alignment => alignment.ToAlignment())];
    }
}

/// <summary>A trained model and what it was trained on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Corpus">The bitext; pairs that were left out are empty in it.</param>
/// <param name="Sampled">What a sampler saw of it; null if none ran.</param>
/// <param name="EmptyPairs">Pairs left out because a side has no tokens.</param>
/// <param name="OverlongPairs">Pairs left out because a side has too many.</param>
public sealed record TrainingResult(
    StatisticalModel Model, ParallelCorpus Corpus, SampledLinks? Sampled, long EmptyPairs, long OverlongPairs)
{
    /// <summary>A pair of the bitext as the model knows it, with what was sampled of it.</summary>
    public EncodedPair Pair(int pair) =>
        Model.Directions.Factoring.Encode(Corpus, pair) with { Sampled = Sampled?[pair] };
}
