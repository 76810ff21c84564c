using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Bayesian;

public class SamplerLinksTests
{
    [Fact]
    public void Words_have_positions_up_to_32766()
    {
        ParallelCorpus longest = Bitexts.Corpus("a ||| b", $"{Words(32_767)} ||| b");
        SamplerLinks links = new(longest, new BayesOptions());

        links.Draw(1, Certain(32_767, 1, source: 32_766), TinyText.Uniform(1, 32_767));

        foreach (ChainLinks chain in links.Forward)
        {
            chain[1].ToArray().ShouldBe([32_766]);
        }
    }

    [Fact]
    public void A_sentence_of_more_words_is_refused()
    {
        ParallelCorpus tooLong = Bitexts.Corpus("a ||| b", $"a ||| {Words(32_768)}");
        Should.Throw<ArgumentException>(() => new SamplerLinks(tooLong, new BayesOptions()))
            .Message.ShouldStartWith("pair 1 has 32768 words on a side");
    }

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("a", count));

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
