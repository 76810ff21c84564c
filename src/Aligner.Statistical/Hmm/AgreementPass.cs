using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>Passes over a corpus that infer both directions together.</summary>
internal sealed class AgreementPass(
    IndexedCorpus corpus, IReadOnlyList<SharedLexicon> lexicons, TrainingContext context)
{
    private readonly ChunkedPass<AgreementChunk> _pass =
        new(corpus, context.ParallelOptions, () => new AgreementChunk(lexicons.Count, context.Threads));

    /// <summary>One EM iteration.</summary>
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
                ForEachPair(first, end, pair =>
                {
                    Emit(pair, chunk);
                    chunk.Forward.LogLikelihood += forwardStep(chunk.Forward);
                    chunk.Reverse.LogLikelihood += reverseStep(chunk.Reverse);
                    Collect(pair, chunk);
                });
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
        Parallel.ForEach(lexicons, context.ParallelOptions, lexicon => lexicon.Maximize());
        return statistics;
    }

    /// <summary>Calls an action with the emissions of both directions of each pair, several at once.</summary>
    public void Visit(Action<int, Lattice, Lattice> action) => _pass.Run(
        (chunk, first, end) => ForEachPair(first, end, pair =>
        {
            Emit(pair, chunk);
            action(pair, chunk.Forward.Lattice, chunk.Reverse.Lattice);
        }),
        _ => { });

    private void ForEachPair(int first, int end, Action<int> action)
    {
        for (int pair = first; pair < end; pair++)
        {
            if (!corpus.Corpus.Source(pair).IsEmpty)
            {
                action(pair);
            }
        }
    }

    private void Emit(int pair, AgreementChunk chunk)
    {
        (Lattice forward, Lattice reverse, AgreementRows rows) =
            (chunk.Forward.Lattice, chunk.Reverse.Lattice, chunk.Rows);
        int n = corpus.Corpus.Source(pair).Length;
        int m = corpus.Corpus.Target(pair).Length;
        forward.Resize(n, m);
        reverse.Resize(m, n);
        rows.Resize(forward);
        rows.Reverse.Fill(1);
        foreach (SharedLexicon lexicon in lexicons)
        {
            lexicon.Multiply(pair, forward, reverse.NullEmissions, rows);
        }

        AgreementKernel.Transpose(rows.Reverse, forward.Stride, m, n, reverse.Emissions, reverse.Stride);
        forward.TakeRoot(lexicons.Count);
        reverse.TakeRoot(lexicons.Count);
    }

    private void Collect(int pair, AgreementChunk chunk)
    {
        (Lattice forward, Lattice reverse, AgreementRows rows) =
            (chunk.Forward.Lattice, chunk.Reverse.Lattice, chunk.Rows);
        int n = forward.SourceLength;
        int stride = forward.Stride;
        AgreementKernel.Transpose(reverse.Posteriors, reverse.Stride, n, forward.TargetLength, rows.Reverse, stride);
        rows.Agreed.Clear();
        for (int j = 0; j < forward.TargetLength; j++)
        {
            AgreementKernel.Agree(
                forward.Posteriors.Slice(j * stride, stride),
                rows.Reverse.Slice(j * stride, stride),
                n,
                j * n,
                rows.Agreed);
            rows.ForwardNull[j] = forward.NullPosterior(j);
        }

        for (int i = 0; i < n; i++)
        {
            rows.ReverseNull[i] = reverse.NullPosterior(i);
        }

        for (int k = 0; k < lexicons.Count; k++)
        {
            lexicons[k].Collect(pair, rows, chunk.Counts[k]);
        }
    }
}

/// <summary>The statistics of an iteration, except the lexicon.</summary>
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
