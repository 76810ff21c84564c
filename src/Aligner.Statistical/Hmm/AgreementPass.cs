using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>Passes over a corpus that infer both directions together.</summary>
internal sealed class AgreementPass(IndexedCorpus corpus, SharedLexicon lexicon, TrainingContext context)
{
    private readonly ChunkedPass<AgreementChunk, AgreementMemory> _pass =
        new(corpus, context.ParallelOptions, () => new AgreementChunk(context.Threads));

    /// <summary>One EM iteration.</summary>
    /// <param name="forwardStep">Fills the posteriors of the forward lattice, counts jumps; returns log p(f|e).</param>
    /// <param name="reverseStep">Fills the posteriors of the reverse lattice, counts jumps; returns log p(e|f).</param>
    public AgreementStatistics Run(
        Func<Lattice, JumpCounts, double> forwardStep, Func<Lattice, JumpCounts, double> reverseStep)
    {
        AgreementStatistics statistics = new();
        lexicon.Clear();
        _pass.Run(
            (chunk, memory, first, end) =>
            {
                chunk.Clear();
                ForEachPair(first, end, pair =>
                {
                    lexicon.Emit(pair, memory.Forward, memory.Reverse);
                    chunk.Forward.LogLikelihood += forwardStep(memory.Forward, chunk.Forward.Jumps);
                    chunk.Reverse.LogLikelihood += reverseStep(memory.Reverse, chunk.Reverse.Jumps);
                    Collect(pair, memory, chunk.Counts);
                });
            },
            chunks =>
            {
                AgreementChunk[] filled = chunks.ToArray();
                lexicon.Add([.. filled.Select(chunk => chunk.Counts)], context.ParallelOptions);
                foreach (AgreementChunk chunk in filled)
                {
                    statistics.Add(chunk);
                }
            });
        lexicon.Maximize(context.ParallelOptions);
        return statistics;
    }

    /// <summary>Calls an action with the emissions of both directions of each pair, several at once.</summary>
    public void Visit(Action<int, Lattice, Lattice> action) => _pass.Run(
        (_, memory, first, end) => ForEachPair(first, end, pair =>
        {
            lexicon.Emit(pair, memory.Forward, memory.Reverse);
            action(pair, memory.Forward, memory.Reverse);
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

    private void Collect(int pair, AgreementMemory memory, AgreementCounts counts)
    {
        (Lattice forward, Lattice reverse, AgreementRows rows) = (memory.Forward, memory.Reverse, memory.Rows);
        int n = forward.SourceLength;
        int stride = forward.Stride;
        rows.Resize(forward);
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

        lexicon.Collect(pair, rows, counts);
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
