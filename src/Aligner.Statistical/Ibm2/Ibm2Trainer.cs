using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Ibm2;

/// <summary>Trains the diagonal Model 2 of one direction by EM.</summary>
public sealed class Ibm2Trainer : IDirectionalTrainer
{
    private readonly Ibm2Options _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Ibm2Trainer(Ibm2Options options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc />
    public IDirectionalModel Train(ParallelCorpus corpus, TrainingContext context)
    {
        IndexedCorpus indexed = new(corpus, context.EncodedPriors.Words, context);
        DirectionalLexicon lexicon =
            new(indexed.Cells, _options.LexicalPrior, _options.LexicalFloor, context.EncodedPriors.Words);
        DirectionalPass pass = new(indexed, lexicon, context.ParallelOptions);
        for (int iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            double logLikelihood = pass.Run(lattice => Ibm2Kernel.Posteriors(
                lattice.Emissions,
                lattice.NullEmissions,
                lattice.SourceLength,
                lattice.Stride,
                _options.Tension,
                _options.NullProbability,
                lattice.Posteriors));
            context.Report("ibm2", iteration, _options.Iterations, logLikelihood, corpus.TargetTokenCount);
        }

        return new Ibm2Model(lexicon.ToLexicon(), _options.Tension, _options.NullProbability);
    }
}
