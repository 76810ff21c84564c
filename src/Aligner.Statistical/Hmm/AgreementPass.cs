using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>One EM iteration of both directions together.</summary>
internal sealed class AgreementPass(
    IndexedCorpus corpus, IReadOnlyList<SharedLexicon> lexicons, TrainingContext context)
{
    private readonly ChunkedPass<AgreementChunk> _pass =
        new(corpus, context.ParallelOptions, () => new AgreementChunk(lexicons.Count));

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
                    if (corpus.Corpus.Source(pair).IsEmpty)
                    {
                        continue;
                    }

                    Emit(pair, chunk.Forward.Lattice, chunk.Reverse.Lattice);
                    chunk.Forward.LogLikelihood += forwardStep(chunk.Forward);
                    chunk.Reverse.LogLikelihood += reverseStep(chunk.Reverse);
                    Collect(pair, chunk);
                }
            },
            chunks =>
            {
                AgreementChunk[] filled = chunks.ToArray();
                for (int k = 0; k < lexicons.Count; k++)
                {
                    lexicons[k].Add([.. filled.Select(chunk => chunk.Counts[k])], context.ParallelOptions);
                }

                foreach (AgreementChunk chunk in filled)
                {
                    statistics.Add(chunk);
                }
            });
        foreach (SharedLexicon lexicon in lexicons)
        {
            lexicon.Maximize();
        }

        return statistics;
    }

    private void Emit(int pair, Lattice forward, Lattice reverse)
    {
        int n = corpus.Corpus.Source(pair).Length;
        int m = corpus.Corpus.Target(pair).Length;
        forward.Resize(n, m);
        reverse.Resize(m, n);
        foreach (SharedLexicon lexicon in lexicons)
        {
            lexicon.Multiply(pair, forward, reverse);
        }

        forward.TakeRoot(lexicons.Count);
        reverse.TakeRoot(lexicons.Count);
    }

    private void Collect(int pair, AgreementChunk chunk)
    {
        for (int k = 0; k < lexicons.Count; k++)
        {
            lexicons[k].Collect(pair, chunk.Forward.Lattice, chunk.Reverse.Lattice, chunk.Counts[k]);
        }
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
