using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Bayesian;

public sealed class GibbsChainTests
{
    private static readonly string[] Pairs =
    [
        "the house ||| das haus", "the houses ||| die häuser da",
        "a house in the housing ||| ein haus im haus der häuser",
        "in in in ||| im", "theory ||| die das der", "a ||| ein",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            + "||| eins zwei drei vier fünf sechs sieben acht neun zehn",
    ];

    /// <summary>
    /// Each link is drawn from its exact distribution given all others: the class back-off, jumps, fertilities and the
    /// costs that are kept up to date as links come and go.
    /// </summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    public void A_step_draws_from_the_exact_conditional_of_the_link(bool isReverse, int seed)
    {
        BayesOptions options = new() { StemLength = 2, ClassConcentration = 0.1, NullConcentration = 0.05 };
        TinyText text = new(options.StemLength, Pairs);
        ParallelCorpus corpus = isReverse ? text.Corpus.Swap() : text.Corpus;
        ChainLinks links = new(corpus, seed: 1, chain: 0);
        Scatter(links, corpus, new Random(seed));
        GibbsChain chain = new(text.Directed(isReverse), options, known: [], links);
        chain.CountLinks();
        chain.UpdateTables();
        NaiveGibbs naive = new([.. Pairs.Select(pair => Words(pair, isReverse))], Copy(links, corpus), options);
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            int n = corpus.Source(pair).Length;
            short[][] standing = Copy(links, corpus);
            float[] marginals = new float[n * corpus.Target(pair).Length];

            chain.Resample(pair, marginals);

            for (int j = 0; j < standing[pair].Length; j++)
            {
                double[] exact = naive.Conditional(standing, pair, j);
                for (int i = 0; i < n; i++)
                {
                    marginals[(j * n) + i].ShouldBe((float)exact[i], 1e-5f + (1e-4f * (float)exact[i]));
                }

                standing[pair][j] = links[pair][j];
            }
        }

        chain.IsConsistent().ShouldBeTrue();
    }

    /// <summary>Any position or NULL, as likely as another; of the third pair all words come from one.</summary>
    private static void Scatter(ChainLinks links, ParallelCorpus corpus, Random random)
    {
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            foreach (ref short link in links[pair])
            {
                link = pair == 2 ? (short)0 : (short)random.Next(-1, corpus.Source(pair).Length);
            }
        }
    }

    private static short[][] Copy(ChainLinks links, ParallelCorpus corpus) =>
        [.. Enumerable.Range(0, corpus.Count).Select(pair => links[pair].ToArray())];

    private static (string[] Source, string[] Target) Words(string pair, bool isReverse)
    {
        (IReadOnlyList<string> source, IReadOnlyList<string> target) = Bitexts.Tokens(pair);
        return isReverse ? ([.. target], [.. source]) : ([.. source], [.. target]);
    }
}
