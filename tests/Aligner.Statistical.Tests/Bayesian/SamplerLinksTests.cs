using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Bayesian;

public class SamplerLinksTests
{
    [Fact]
    public void Words_have_positions_up_to_32766()
    {
        string words = string.Join(' ', Enumerable.Repeat("a", ParallelCorpus.LongestSide));
        ParallelCorpus longest = Bitexts.Corpus("a ||| b", $"{words} ||| b");
        SamplerLinks links = new(longest, new BayesOptions());

        links.Draw(1, Certain(32_767, 1, source: 32_766), TinyText.Uniform(1, 32_767));

        foreach (ChainLinks chain in links.Forward)
        {
            chain[1].ToArray().ShouldBe([32_766]);
        }
    }

    /// <summary>A lattice in which all target words link to one source word.</summary>
    private static Lattice Certain(int n, int m, int source)
    {
        Lattice lattice = new();
        lattice.Resize(n, m);
        for (int j = 0; j < m; j++)
        {
            lattice.Posteriors.Slice(j * lattice.Stride, n).Clear();
            lattice.Posteriors[(j * lattice.Stride) + source] = 1;
        }

        return lattice;
    }
}
