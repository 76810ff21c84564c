using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Bayesian;

/// <summary>The links of all chains of a sampler.</summary>
internal sealed class SamplerLinks
{
    /// <param name="corpus">The text.</param>
    /// <param name="options">How many samplers, and the seed.</param>
    public SamplerLinks(ParallelCorpus corpus, BayesOptions options)
    {
        ParallelCorpus swapped = corpus.Swap();
        Forward = new ChainLinks[options.SamplersFor(corpus.Count)];
        Reverse = new ChainLinks[Forward.Length];
        for (int sampler = 0; sampler < Forward.Length; sampler++)
        {
            Forward[sampler] = new ChainLinks(corpus, options.Seed, 2 * sampler);
            Reverse[sampler] = new ChainLinks(swapped, options.Seed, (2 * sampler) + 1);
        }
    }

    /// <summary>Those of the forward chains.</summary>
    public ChainLinks[] Forward { get; }

    /// <summary>Those of the reverse chains.</summary>
    public ChainLinks[] Reverse { get; }

    /// <summary>
    /// Draws the first links of a pair in all chains from posteriors of another model. May run for several pairs at
    /// once.
    /// </summary>
    /// <param name="pair">The pair.</param>
    /// <param name="forward">A lattice with posteriors p(a_j = i).</param>
    /// <param name="reverse">A lattice with posteriors p(b_i = j).</param>
    public void Draw(int pair, Lattice forward, Lattice reverse)
    {
        foreach (ChainLinks links in Forward)
        {
            links.Draw(pair, forward);
        }

        foreach (ChainLinks links in Reverse)
        {
            links.Draw(pair, reverse);
        }
    }
}
