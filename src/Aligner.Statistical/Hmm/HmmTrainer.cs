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
    /// <param name="bytesPerWordPair">What a word pair will cost another trainer afterwards.</param>
    internal HmmEstimate Estimate(ParallelCorpus corpus, TrainingContext context, int bytesPerWordPair = 0)
    {
        Factoring factoring = new(_options.Spellings, corpus.SourceVocabulary, corpus.TargetVocabulary);
        IndexedCorpus indexed =
            new(factoring.Apply(corpus), context.EncodedPriors.ByFactor(factoring), context, bytesPerWordPair);
        IReadOnlyList<(int Entry, float Count)>[] cognates =
            [.. indexed.Cells.Select(cells => Cognates(cells, context))];
        SharedLexicon[] lexicons =
            [.. indexed.Cells.Select((cells, k) => new SharedLexicon(
                cells, _options.LexicalFloor, [.. indexed.Priors[k], .. cognates[k]]))];
        AgreementPass pass = new(indexed, lexicons, context);
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
            lexicons, pass, new HmmFrame(indexed.OfWords(), cognates[0], factoring, forward, reverse));

        void Report(string stage, int iteration, int iterations, AgreementStatistics statistics) => context.Report(
            stage,
            iteration,
            iterations,
            statistics.LogLikelihood,
            (long)corpus.SourceTokenCount + corpus.TargetTokenCount);
    }

    private IReadOnlyList<(int Entry, float Count)> Cognates(CellWindow cells, TrainingContext context) =>
        _options.Cognates ? CognatePrior.Find(cells.Index, context.ParallelOptions) : [];

    private static double Ibm1EStep(AgreementChunk.Direction direction)
    {
        Lattice lattice = direction.Lattice;
        return Ibm1Kernel.Posteriors(
            lattice.Emissions, lattice.NullEmissions, lattice.SourceLength, lattice.Stride, lattice.Posteriors);
    }

    private static Func<AgreementChunk.Direction, double> HmmEStep(JumpTable jumps) => direction =>
    {
        double logProbability = HmmInference.Posteriors(direction.Lattice, jumps);
        HmmInference.CountJumps(direction.Lattice, jumps, direction.Jumps);
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
