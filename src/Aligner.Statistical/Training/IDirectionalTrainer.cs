using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;

namespace Aligner.Statistical.Training;

/// <summary>Trains a model of one direction; the reverse direction is trained on the swapped corpus.</summary>
public interface IDirectionalTrainer
{
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    IDirectionalModel Train(ParallelCorpus corpus, TrainingContext context);
}
