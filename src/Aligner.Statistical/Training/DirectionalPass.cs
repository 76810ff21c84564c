using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Training;

/// <summary>One EM iteration of a directional model: E-step over all pairs, M-step of the lexicon.</summary>
internal sealed class DirectionalPass(IndexedCorpus corpus, DirectionalLexicon lexicon, ParallelOptions parallel)
{
    private readonly ChunkedPass<DirectionalChunk, Lattice> _pass =
        new(corpus, parallel, () => new DirectionalChunk(parallel.MaxDegreeOfParallelism));

    /// <param name="posteriors">Fills the posteriors of a lattice; returns log p(f|e).</param>
    /// <returns>The log-likelihood of the corpus.</returns>
    public double Run(Func<Lattice, double> posteriors)
    {
        double logLikelihood = 0;
        _pass.Run(
            (chunk, lattice, first, end) =>
            {
                chunk.Clear();
                for (int pair = first; pair < end; pair++)
                {
                    if (corpus.Corpus.Source(pair).IsEmpty)
                    {
                        continue;
                    }

                    lexicon.Emit(pair, lattice);
                    chunk.LogLikelihood += posteriors(lattice);
                    lexicon.Collect(pair, lattice, chunk);
                }
            },
            chunks =>
            {
                lexicon.Add(chunks.Span, parallel);
                foreach (DirectionalChunk chunk in chunks.Span)
                {
                    logLikelihood += chunk.LogLikelihood;
                }
            });
        lexicon.Maximize(parallel);
        return logLikelihood;
    }
}
