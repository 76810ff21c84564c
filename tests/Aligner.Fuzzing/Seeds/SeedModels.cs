using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Fuzzing.Seeds;

/// <summary>Models of every method, trained on a few pairs.</summary>
internal static class SeedModels
{
    /// <summary>A model, with rules of inflection.</summary>
    public static StatisticalModel Train(string method)
    {
        TrainingResult trained = StatisticalTrainer.Train(
            StatisticalMethods.Get(method),
            new MethodSettings { Iterations = 2 },
            new TextOptions(),
            maxLength: 50,
            new TrainingText(SeedTexts.Pairs),
            new TrainingContext { Threads = 1 });
        InflectionRules rules = new([new InflectionRule("das", true, "us", 0.9f)], maxDistance: 2);
        return trained.Model with { Inflections = new InflectionModel(rules, rules) };
    }

    public static byte[] Save(StatisticalModel model)
    {
        using MemoryStream stream = new();
        StatisticalModelFormat.Write(stream, model);
        return stream.ToArray();
    }

    /// <summary>A lexicon of the stems of two language pairs.</summary>
    public static byte[] Lexicon()
    {
        StemLexiconBuilder builder = new();
        foreach (string languages in new[] { "de-en", "xx-yy" })
        {
            builder.Add(languages, SeedTexts.Pairs.Select(pair => (pair, Diagonal(pair))));
        }

        using MemoryStream stream = new();
        StemLexiconFormat.Write(stream, builder.Build(maxCount: 1000));
        return stream.ToArray();
    }

    private static IReadOnlyList<ScoredLink> Diagonal(TokenizedPair pair) =>
    [
        .. Enumerable.Range(0, Math.Min(pair.Source.Count, pair.Target.Count))
            .Select(place => new ScoredLink(new Link(place, place), 0.75f)),
    ];
}
