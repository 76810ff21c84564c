using Aligner.Combination.Deciders;
using Aligner.Combination.Networks;
using Aligner.Fuzzing.Seeds;
using Aligner.Statistical;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;
using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Fuzzing.Targets;

/// <summary>What is done with statistical models, lexicons and networks.</summary>
internal static class StatisticalUses
{
    private static readonly Lazy<StatisticalModel> Model = new(() => SeedModels.Train("statistical"));

    /// <summary>A model aligns text, serves as prior, and is saved again.</summary>
    public static void Align(byte[] bytes, Workplace place)
    {
        StatisticalModel model = StatisticalModelFormat.Read(new MemoryStream(bytes), "model");
        Finite.Require(
            new StatisticalAligner(model, model.Method.Decision, threads: 1).AlignWithScores(SeedTexts.Pairs, default));
        foreach (WordPairPrior prior in ModelPriors.Of(model).Words)
        {
            Finite.Require(prior.Count);
        }

        // What goes on from a model must be a model that can be read.
        StatisticalModelFormat.Read(new MemoryStream(SeedModels.Save(model.GoingOnFrom(model))), "saved");
    }

    /// <summary>A lexicon of stems is asked about a text.</summary>
    public static void Lexicon(byte[] bytes, Workplace place)
    {
        StemLexicon lexicon = StemLexiconFormat.Open(place.Write("lexicon.bin", bytes));
        StemLexiconPriors known = StemLexiconPriors.Of(
            lexicon,
            SeedTexts.Pairs,
            new WordNormalizer(new NormalizationOptions()),
            new TrainingContext { Threads = 1 });
        foreach (WordPairPrior prior in known.Priors.Words)
        {
            Finite.Require(prior.Count);
        }
    }

    /// <summary>A network decides about links, unless it is of other features.</summary>
    public static void Network(byte[] bytes, Workplace place)
    {
        LinkNetwork network = LinkNetworkFormat.Open(place.Write("network.json", bytes));
        StatisticalAligner aligner;
        try
        {
            aligner = new StatisticalAligner(Model.Value, new NetworkOptions { Network = network }, threads: 1);
        }
        catch (ArgumentException)
        {
            return; // documented: the network is unfit
        }

        Finite.Require(aligner.AlignWithScores(SeedTexts.Pairs, default));
    }

    /// <summary>The network that ships, as a file.</summary>
    public static byte[] ShippedNetwork()
    {
        using StringWriter text = new();
        LinkNetworkFormat.Write(text, LinkNetworkFormat.Shipped);
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }
}
