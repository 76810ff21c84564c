using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Bayesian;

/// <summary>The links of a chain: for each target word of a direction a source position, or NULL.</summary>
/// <param name="corpus">The text as the direction sees it.</param>
/// <param name="seed">The seed of all random numbers.</param>
/// <param name="chain">The number of the chain.</param>
internal sealed class ChainLinks(ParallelCorpus corpus, ulong seed, int chain)
{
    /// <summary>The link of a word that comes from NULL.</summary>
    public const short Null = -1;

    private readonly short[] _links = new short[corpus.TargetTokenCount];

    /// <summary>The random numbers that are left to the chain; each pair has others for its first links.</summary>
    public ulong Stream { get; } = (ulong)chain << 32;

    /// <summary>The link of each target word of a pair.</summary>
    public Span<short> this[int pair] => _links.AsSpan(corpus.TargetStart(pair), corpus.Target(pair).Length);

    /// <summary>Draws the first links of a pair. May run for several pairs at once.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="lattice">p(a_j = i); what a row lacks to 1 is NULL's.</param>
    public void Draw(int pair, Lattice lattice)
    {
        Xoshiro256 random = new(seed, Stream + 1 + (ulong)pair);
        Span<short> links = this[pair];
        for (int j = 0; j < links.Length; j++)
        {
            ReadOnlySpan<float> posteriors = lattice.Posteriors.Slice(j * lattice.Stride, lattice.SourceLength);
            links[j] = (short)GibbsKernel.Draw(posteriors, random.NextSingle());
        }
    }
}
