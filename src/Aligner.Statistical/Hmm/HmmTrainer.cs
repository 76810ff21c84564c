using Aligner.Statistical.Corpora;
using Aligner.Statistical.Ibm1;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// Trains the HMMs of both directions by agreement (Liang, Taskar and Klein 2006): the E-step of both runs together,
/// and the expected lexical counts are the products of their link posteriors. Model 1, trained the same way, comes
/// first. With spellings, each has a lexicon of its own, and an emission is the geometric mean of them all.
/// </summary>
public sealed class HmmTrainer : IBidirectionalTrainer
{
    private readonly HmmOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public HmmTrainer(HmmOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <inheritdoc />
    public TrainedDirections Train(ParallelCorpus corpus, TrainingContext context) =>
        new(Estimate(corpus, context).ToModels());

    /// <summary>Trains, and keeps what training held.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="context">Priors, bound of memory, threads, progress and cancellation.</param>
    internal HmmEstimate Estimate(ParallelCorpus corpus, TrainingContext context)
    {
        Factoring factoring = new(_options.Spellings, corpus.SourceVocabulary, corpus.TargetVocabulary);
        IReadOnlyList<IReadOnlyList<WordPairCount>> priors = context.EncodedPriors.ByFactor(factoring);
        IndexedCorpus indexed = new(corpus, priors[0], context);
        IReadOnlyList<FactoredPairs> factors = FactoredPairs.All(indexed.Index, factoring);
        IReadOnlyList<WordPairCount>[] cognates = [.. factors.Select(pairs => Cognates(pairs, context))];
        SharedLexicon lexicon = new(
            indexed.Cells,
            [.. factors.Select((pairs, k) =>
                new FactorLexicon(pairs, _options.LexicalFloor, priors[k].Concat(cognates[k])))],
            context.ParallelOptions);
        AgreementPass pass = new(indexed, lexicon, context);
        for (int iteration = 1; iteration <= _options.Ibm1Iterations; iteration++)
        {
            AgreementStatistics statistics = pass.Run(Ibm1EStep, Ibm1EStep);
            Report("ibm1", iteration, _options.Ibm1Iterations, statistics);
        }

        JumpTable forward = JumpTable.Flat(_options.NullProbability);
        JumpTable reverse = forward;
        for (int iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            AgreementStatistics statistics = pass.Run(HmmEStep(forward), HmmEStep(reverse));
            forward = ToTable(statistics.ForwardJumps, context.EncodedPriors.ForwardJumps);
            reverse = ToTable(statistics.ReverseJumps, context.EncodedPriors.ReverseJumps);
            Report("hmm", iteration, _options.Iterations, statistics);
        }

        return new HmmEstimate(
            lexicon, pass, new HmmFrame(corpus, priors[0], cognates[0], factoring, forward, reverse));

        void Report(string stage, int iteration, int iterations, AgreementStatistics statistics) => context.Report(
            stage,
            iteration,
            iterations,
            statistics.LogLikelihood,
            (long)corpus.SourceTokenCount + corpus.TargetTokenCount);
    }

    private IReadOnlyList<WordPairCount> Cognates(FactoredPairs pairs, TrainingContext context) =>
        _options.Cognates ? CognatePrior.Find(pairs, context.ParallelOptions) : [];

    private static double Ibm1EStep(Lattice lattice, JumpCounts _) => Ibm1Kernel.Posteriors(
        lattice.Emissions, lattice.NullEmissions, lattice.SourceLength, lattice.Stride, lattice.Posteriors);

    private static Func<Lattice, JumpCounts, double> HmmEStep(JumpTable jumps) => (lattice, counts) =>
    {
        double logProbability = HmmInference.Posteriors(lattice, jumps);
        HmmInference.CountJumps(lattice, jumps, counts);
        return logProbability;
    };

    private JumpTable ToTable(JumpCounts counts, IReadOnlyDictionary<int, double> known)
    {
        foreach ((int jump, double count) in known)
        {
            counts.AddJump(jump, count);
        }

        return counts.ToTable(_options.JumpPrior, _options.UniformJump, _options.NullProbability);
    }
}
