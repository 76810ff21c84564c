using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Ibm1;

/// <summary>Trains Model 1 of one direction by EM.</summary>
public sealed class Ibm1Trainer : IDirectionalTrainer
{
    private readonly Ibm1Options _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Ibm1Trainer(Ibm1Options options)
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
            double logLikelihood = pass.Run(static lattice => Ibm1Kernel.Posteriors(
                lattice.Emissions,
                lattice.NullEmissions,
                lattice.SourceLength,
                lattice.Stride,
                lattice.Posteriors));
            context.Report("ibm1", iteration, _options.Iterations, logLikelihood, corpus.TargetTokenCount);
        }

        return new Ibm1Model(lexicon.ToLexicon());
    }
}
