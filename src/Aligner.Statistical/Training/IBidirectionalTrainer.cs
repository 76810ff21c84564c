using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;

namespace Aligner.Statistical.Training;

/// <summary>Trains the models of both directions.</summary>
public interface IBidirectionalTrainer
{
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    TrainedDirections Train(ParallelCorpus corpus, TrainingContext context);
}

/// <summary>Trains the directions one after the other, the reverse one on the swapped corpus.</summary>
internal sealed class IndependentDirections(IDirectionalTrainer trainer) : IBidirectionalTrainer
{
    /// <inheritdoc />
    public TrainedDirections Train(ParallelCorpus corpus, TrainingContext context) =>
        new(new DirectionalModels(
            trainer.Train(corpus, context),
            trainer.Train(
                corpus.Swap(), context with { EncodedPriors = context.EncodedPriors.Swap(), Forecast = null }),
            new Factoring([], corpus.SourceVocabulary, corpus.TargetVocabulary)));
}
