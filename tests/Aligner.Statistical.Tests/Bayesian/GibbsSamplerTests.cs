using Aligner.Statistical.Bayesian;

namespace Aligner.Statistical.Tests.Bayesian;

public sealed class GibbsSamplerTests
{
    private static readonly string[] Houses =
    [
        "the house ||| la maison", "the flower ||| la fleur", "a house ||| une maison",
        "the blue house ||| la maison bleue", " ||| ", "a blue flower ||| une fleur bleue",
        "houses ||| maisons", "the flowers are blue ||| les fleurs sont bleues",
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Posteriors_do_not_depend_on_the_number_of_threads(int threads)
    {
        BayesOptions options = new() { Samplers = 3, Sweeps = 5 };
        Posteriors(options, threads).ShouldBe(Posteriors(options, threads: 1));
    }

    [Fact]
    public void Another_seed_gives_other_samples()
    {
        BayesOptions options = new() { Sweeps = 5 };
        Posteriors(options with { Seed = 2 }, 1).ShouldNotBe(Posteriors(options, 1));
    }

    [Fact]
    public void Counts_stay_those_of_the_links()
    {
        GibbsSampler sampler =
            new TinyText(stemLength: 4, Houses).Start(new BayesOptions { Samplers = 2, Sweeps = 20 });
        sampler.Run();
        sampler.Decode((_, _, _) => 0, (_, _) => { });
        sampler.Chains.Count().ShouldBe(4);
        sampler.Chains.ShouldAllBe(chain => chain.IsConsistent());
    }

    [Fact]
    public void Repeated_word_pairs_are_linked()
    {
        float[] posteriors = Posteriors(new BayesOptions { Samplers = 8, Sweeps = 100, DecodingSweeps = 20 }, 1);
        float[] theHouse = posteriors[..4];
        theHouse[0].ShouldBeGreaterThan(0.6f);
        theHouse[3].ShouldBeGreaterThan(0.6f);
        theHouse[1].ShouldBeLessThan(0.3f);
        theHouse[2].ShouldBeLessThan(0.3f);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(2500, 8)]
    [InlineData(5000, 4)]
    [InlineData(10_000, 2)]
    [InlineData(1_000_000, 2)]
    public void Small_texts_have_more_samplers(int pairs, int samplers)
    {
        new BayesOptions().SamplersFor(pairs).ShouldBe(samplers);
        new BayesOptions { Samplers = 3 }.SamplersFor(pairs).ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(10_000, 10)]
    [InlineData(1_000_000, 2)]
    public void Small_texts_have_more_sweeps(int pairs, int sweeps)
    {
        new BayesOptions().SweepsFor(pairs).ShouldBe(sweeps);
        new BayesOptions { Sweeps = 7 }.SweepsFor(pairs).ShouldBe(7);
    }

    [Theory]
    [InlineData(0, "Samplers")]
    [InlineData(1, "NullProbability")]
    public void Options_out_of_range_are_refused(int samplers, string name)
    {
        BayesOptions options = new() { Samplers = samplers, NullProbability = samplers };
        Should.Throw<ArgumentOutOfRangeException>(options.Validate).Message.ShouldContain(name, Case.Insensitive);
    }

    /// <summary>All forward and reverse posteriors, pair after pair.</summary>
    private static float[] Posteriors(BayesOptions options, int threads)
    {
        List<float> all = [];
        GibbsSampler sampler = new TinyText(stemLength: 4, Houses).Start(options, threads);
        sampler.Run();
        sampler.Decode<float[]>(
            (_, forward, reverse) => [.. forward, .. reverse], (_, posteriors) => all.AddRange(posteriors));
        return [.. all];
    }
}
