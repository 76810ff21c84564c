using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Bayesian;

/// <summary>
/// A text so small that all its links can be enumerated. Jumps and fertilities are pinned to uniform and to a constant
/// by overwhelming priors, and each word is a class of its own, of vanishing weight: what remains is the collapsed
/// likelihood of the lexicon, a product of Pólya urns.
/// </summary>
public sealed class ExactPosteriorTests
{
    private const double NullProbability = 0.2;
    private const double Concentration = 0.5;

    private static readonly string[] Pairs = ["a b ||| x y", "b ||| y", "a c ||| x z"];

    [Fact]
    public void Long_sampling_reaches_the_enumerated_posterior()
    {
        BayesOptions options = new()
        {
            Samplers = 1,
            NullProbability = NullProbability,
            NullConcentration = Concentration,
            ClassConcentration = 1e12,
            BackoffStrength = 3 * Concentration,
            StemLength = 1,
            JumpConcentration = 1e12,
            UniformJump = 0.999999,
            FertilityConcentration = 1e12,
        };
        TinyText text = new(options.StemLength, Pairs);
        ChainLinks links = Unlinked(text);
        GibbsChain chain = new(text.Directed(isReverse: false), options, known: [], links);
        double[] exact = Enumerate(text);
        double[] sampled = Sample(text, chain, sweeps: 100_000);
        for (int cell = 0; cell < exact.Length; cell++)
        {
            sampled[cell].ShouldBe(exact[cell], 0.01);
        }
    }

    private static double[] Sample(TinyText text, GibbsChain chain, int sweeps)
    {
        float[][] sums = new float[text.Corpus.Count][];
        for (int pair = 0; pair < sums.Length; pair++)
        {
            sums[pair] = new float[text.Corpus.Source(pair).Length * text.Corpus.Target(pair).Length];
        }

        chain.CountLinks();
        chain.UpdateTables();
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            for (int pair = 0; pair < sums.Length; pair++)
            {
                chain.Resample(pair, sums[pair]);
            }
        }

        return [.. sums.SelectMany(sum => sum).Select(sum => (double)sum / sweeps)];
    }

    /// <summary>Every word links to NULL, as lattices without posteriors have it.</summary>
    private static ChainLinks Unlinked(TinyText text)
    {
        ChainLinks links = new(text.Corpus, seed: 1, chain: 0);
        for (int pair = 0; pair < text.Corpus.Count; pair++)
        {
            Lattice lattice = new();
            lattice.Resize(text.Corpus.Source(pair).Length, text.Corpus.Target(pair).Length);
            links.Draw(pair, lattice);
            links[pair].ToArray().ShouldAllBe(link => link == ChainLinks.Null);
        }

        return links;
    }

    /// <summary>
    /// p(links | text) ∝ Π p0 or (1 − p0)/(n + 1) … for each token × Π_e urn(e). A linked token arrives by a uniform
    /// jump, 1/(n + 1), and so does the chain's end once, which is the same for all links.
    /// </summary>
    private static double[] Enumerate(TinyText text)
    {
        (int Pair, int J, int N, int Cell)[] tokens = [.. Tokens(text)];
        double[] sums = new double[tokens.Sum(token => token.N)];
        double total = 0;
        int[] links = new int[tokens.Length];
        void Visit(int token, double weight, Dictionary<(int Source, int Target), int> counts)
        {
            if (token == tokens.Length)
            {
                total += weight;
                for (int t = 0; t < tokens.Length; t++)
                {
                    if (links[t] >= 0)
                    {
                        sums[tokens[t].Cell + links[t]] += weight;
                    }
                }

                return;
            }

            (int pair, int j, int n, _) = tokens[token];
            int f = text.Corpus.Target(pair)[j];
            for (int i = -1; i < n; i++)
            {
                int e = i < 0 ? -1 : text.Corpus.Source(pair)[i];
                int all = counts.Where(count => count.Key.Source == e).Sum(count => count.Value);
                int same = counts.GetValueOrDefault((e, f));
                double urn = (Concentration + same) / ((3 * Concentration) + all);
                double prior = i < 0 ? NullProbability : (1 - NullProbability) / (n + 1);
                links[token] = i;
                counts[(e, f)] = same + 1;
                Visit(token + 1, weight * urn * prior, counts);
                counts[(e, f)] = same;
            }
        }

        Visit(0, 1, []);
        return [.. sums.Select(sum => sum / total)];
    }

    private static IEnumerable<(int Pair, int J, int N, int Cell)> Tokens(TinyText text)
    {
        int cell = 0;
        for (int pair = 0; pair < text.Corpus.Count; pair++)
        {
            int n = text.Corpus.Source(pair).Length;
            for (int j = 0; j < text.Corpus.Target(pair).Length; j++)
            {
                yield return (pair, j, n, cell);
                cell += n;
            }
        }
    }
}
