using Aligner.Statistical.Corpora;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>One EM iteration of both directions together.</summary>
internal sealed class AgreementPass(ParallelCorpus corpus, SharedLexicon lexicon, TrainingContext context)
{
    private readonly ChunkedPass<AgreementChunk> _pass =
        new(corpus.Count, context.ParallelOptions, () => new AgreementChunk());

    public SharedLexicon Lexicon => lexicon;

    /// <param name="forwardStep">Fills the posteriors of the forward lattice; returns log p(f|e).</param>
    /// <param name="reverseStep">Fills the posteriors of the reverse lattice; returns log p(e|f).</param>
    public AgreementStatistics Run(
        Func<AgreementChunk.Direction, double> forwardStep, Func<AgreementChunk.Direction, double> reverseStep)
    {
        AgreementStatistics statistics = new();
        _pass.Run(
            (chunk, first, end) =>
            {
                chunk.Clear();
                for (int pair = first; pair < end; pair++)
                {
                    if (corpus.Source(pair).IsEmpty)
                    {
                        continue;
                    }

                    lexicon.Emit(pair, chunk.Forward.Lattice, chunk.Reverse.Lattice);
                    chunk.Forward.LogLikelihood += forwardStep(chunk.Forward);
                    chunk.Reverse.LogLikelihood += reverseStep(chunk.Reverse);
                    lexicon.Collect(pair, chunk);
                }
            },
            chunks =>
            {
                lexicon.Add(chunks.Span, context.ParallelOptions);
                foreach (AgreementChunk chunk in chunks.Span)
                {
                    statistics.Add(chunk);
                }
            });
        lexicon.Maximize();
        return statistics;
    }
}

/// <summary>What an iteration learns besides the lexicon.</summary>
internal sealed class AgreementStatistics
{
    public JumpCounts ForwardJumps { get; } = new();

    public JumpCounts ReverseJumps { get; } = new();

    public double LogLikelihood { get; private set; }

    public void Add(AgreementChunk chunk)
    {
        ForwardJumps.Add(chunk.Forward.Jumps);
        ReverseJumps.Add(chunk.Reverse.Jumps);
        LogLikelihood += chunk.Forward.LogLikelihood + chunk.Reverse.LogLikelihood;
    }
}
