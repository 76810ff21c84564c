using Aligner.Applications.Views.Training;
using Aligner.Cli.Fitting;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Symmetrization;
using Aligner.Core.Text;
using Aligner.Fuzzing.Seeds;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Fuzzing.Targets;

/// <summary>What is done with texts, links and priors.</summary>
internal static class TextUses
{
    /// <summary>Pairs that are read at most: a sentence number can stand for gaps of any length.</summary>
    private const int MaxPairs = 1000;

    /// <summary>Links are evaluated, symmetrized, and written in every format.</summary>
    public static Action<byte[], Workplace> Links(string format) => (bytes, _) =>
    {
        Links(format, bytes, new FormatOptions());
        try
        {
            Links(format, bytes, new FormatOptions { IndexBase = bytes.Length % 2, Swap = true });
        }
        catch (DataException)
        {
            // Valid files can be invalid so.
        }
    };

    /// <summary>A text with both sides in a line, on which a model is trained.</summary>
    public static void Bitext(byte[] bytes, Workplace place) =>
        Train(new JointBitextReader(new LineReader(new MemoryStream(bytes), "bitext")), AlignmentPriors.None);

    /// <summary>A text of two files; the other one is fixed.</summary>
    public static void SplitBitext(byte[] bytes, Workplace place) =>
        Train(
            new SplitBitextReader(
                new LineReader(new MemoryStream(bytes), "source"),
                new LineReader(new MemoryStream(SeedTexts.Of("the house", "the book", "a book")), "target")),
            AlignmentPriors.None);

    /// <summary>A text in TMX or XLIFF, of all its languages and of two.</summary>
    public static void Document(byte[] bytes, Workplace place)
    {
        string path = place.Write("document", bytes);
        foreach (LanguagePair? languages in new LanguagePair?[] { null, new("en", "de") })
        {
            try
            {
                using BitextReader reader =
                    languages is { } pair ? BitextReader.Open(path, pair) : BitextReader.Open(path);
                while (reader.Read() is not null)
                {
                }
            }
            catch (DataException) when (languages is not null)
            {
                // Valid files can lack the languages.
            }
        }
    }

    /// <summary>A log of a training, which is written again.</summary>
    public static void TrainingLog(byte[] bytes, Workplace place)
    {
        foreach (TrainingStep step in TrainingStep.ReadAll(place.Write("log", bytes)))
        {
            step.ToJson();
        }
    }

    /// <summary>A compressed text of that name.</summary>
    public static Action<byte[], Workplace> Compressed(string name) => (bytes, place) =>
    {
        using LineReader reader = TextInput.Open(place.Write(name, bytes));
        while (reader.ReadLine() is not null)
        {
        }
    };

    /// <summary>Priors of any kind, with which a model is trained.</summary>
    public static void Priors(byte[] bytes, Workplace place) =>
        Train(
            new JointBitextReader(new LineReader(new MemoryStream(SeedTexts.Of(SeedTexts.Bitext)), "bitext")),
            PriorsFile.Read(place.Write("priors", bytes)));

    /// <summary>The list of texts that a network is fitted to.</summary>
    public static void GoldTexts(byte[] bytes, Workplace place) => ManifestLine.Read(place.Write("texts.tsv", bytes));

    private static void Links(string format, byte[] bytes, FormatOptions options)
    {
        using LineReader reader = new(new MemoryStream(bytes), format);
        List<AnnotatedAlignment> read = [.. AlignmentFormats.Get(format).Read(reader, options).Take(MaxPairs)];
        GoldAlignment[] gold = [.. read.Select(line => line.ToGold())];
        Alignment[] links = [.. read.Select(line => line.ToAlignment())];
        EvaluationReport report = Evaluator.Evaluate(
            new GoldSet(format, gold), [new Hypothesis(format, links)], new EvaluationOptions { Resamples = 3 });
        Score score = report.Systems[0].Score;
        foreach (Estimate estimate in new[] { score.Precision, score.Recall, score.F1, score.Aer })
        {
            Finite.Require(estimate.Value);
        }

        for (int k = 1; k < links.Length; k++)
        {
            Symmetrizers.All[k % Symmetrizers.All.Count].Symmetrizer.Combine(links[k - 1], links[k], 4, 4);
        }

        foreach (IAlignmentFormat other in AlignmentFormats.All.Where(other => other.CanWrite))
        {
            using TextOutput output = new(Stream.Null, other.Name);
            IAlignmentWriter writer = other.CreateWriter(output, options);
            foreach (AnnotatedAlignment line in read.Where(line => line.Tokens is not null || !other.NeedsTokens))
            {
                writer.Write(line);
            }

            writer.Complete();
        }
    }

    private static void Train(BitextReader bitext, AlignmentPriors priors)
    {
        using (TokenizedBitext text = new(bitext, new TextOptions(), new UnitOptions()))
        {
            TrainingResult trained = StatisticalTrainer.Train(
                StatisticalMethods.Get("hmm"),
                new MethodSettings { Iterations = 1 },
                text.Text,
                maxLength: 30,
                new TrainingText([], text.ReadAll().Select(pair => pair.Tokens)),
                new TrainingContext { Threads = 1, Priors = priors });
            StatisticalModel model = trained.Model;
            Finite.Require(new StatisticalAligner(model, model.Method.Decision, threads: 1)
                .Align(trained.Corpus.Count, trained.Pair, default));
        }
    }
}
