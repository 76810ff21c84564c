using System.Globalization;
using Aligner.Cli.Inputs;
using Aligner.Combination.Deciders;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Encoders;
using Aligner.Neural.OnnxRuntime;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Models;
using Aligner.Statistical.NewWords;
using Aligner.Statistical.StemLexicons;
using Aligner.Tokenization.Words;

namespace Aligner.Benchmarks;

/// <summary>AER of pairs that are new to saved models, by what is known of new words besides (new-words.sh).</summary>
internal static class NewWordBenchmarks
{
    /// <summary>Nothing, the defaults, and others that differ from them in one number.</summary>
    private static readonly NewWordOptions?[] Choices =
    [
        null,
        new(),
        .. new[] { 0, 0.005, 0.1, 0.5 }.Select(link => new NewWordOptions { Link = link }),
        .. new[] { 0, 0.02, 0.5 }.Select(cognate => new NewWordOptions { Cognate = cognate }),
        .. new[] { 1, 3, 30.0 }.Select(least => new NewWordOptions { LeastLinks = least }),
    ];

    /// <summary>Prints a markdown table: a row for each choice, a column for each text, and the mean.</summary>
    /// <param name="manifest">
    /// A line for each text: name, model, bitext, gold links, and the network that decides, with tabs between them.
    /// </param>
    public static void Run(string manifest)
    {
        string[][] texts = [.. File.ReadLines(manifest).Select(line => line.Split('\t'))];
        double[][] columns = [.. texts.Select(text => Measure(text[1], text[2], text[3], text[4]))];
        Row(["link, cognate, least", .. texts.Select(text => text[0]), "mean"]);
        Row(["---", .. texts.Select(_ => "---:"), "---:"]);
        for (int k = 0; k < Choices.Length; k++)
        {
            double[] rates = [.. columns.Select(column => column[k])];
            Row(
            [
                Choices[k] is { } choice
                    ? FormattableString.Invariant($"{choice.Link}, {choice.Cognate}, {choice.LeastLinks}")
                    : "nothing is known",
                .. rates.Append(rates.Average()).Select(
                    rate => (100 * rate).ToString("0.00", CultureInfo.InvariantCulture)),
            ]);
        }
    }

    private static double[] Measure(string path, string bitext, string gold, string network)
    {
        StatisticalModel model = StatisticalModelFormat.Open(path);
        PairEncoder words = model.CreateEncoder();
        TokenizedPair[] text = Read(bitext, model.Text);
        EncodedPair[] pairs = [.. text.Select(words.Encode)];
        GoldAlignment[] links = Gold(gold);
        StemLexicon? lexicon = null;
        if (model.Encoder is { } named)
        {
            using EncoderReader encoder = new(
                ModelEncoders.Open(named)!,
                new SessionSettings { Threads = 1 },
                model.Text.Normalization,
                Environment.ProcessorCount);
            IReadOnlyList<ScoredLink>?[] read = encoder.Read(text, model.MaxLength, CancellationToken.None);
            pairs = [.. pairs.Zip(read, (pair, found) => pair with { EncoderLinks = found })];
            lexicon = named.Languages is null ? null : StemLexiconFormat.Open(encoder.LexiconPath!);
        }

        int languages = lexicon?.Languages.ToList().IndexOf(model.Encoder!.Languages!) ?? -1;
        DecisionOptions decision = new NetworkOptions { Network = LinkNetworkFormat.Open(network) };
        StatisticalAligner aligner = new(model, decision, Environment.ProcessorCount);
        return [.. Choices.Select(choice =>
        {
            PairAdapter? adapter = choice is null ? null : new(lexicon, languages, choice);
            IReadOnlyList<ScoredAlignment> found =
                aligner.Align(pairs.Length, k => Adapt(pairs[k], adapter, aligner), CancellationToken.None);
            return LinkCounts.Sum(
                [.. found.Zip(links, (pair, right) => LinkCounts.Count(pair.ToAlignment(), right))]).Aer;
        })];
    }

    private static EncodedPair Adapt(EncodedPair pair, PairAdapter? adapter, StatisticalAligner aligner) =>
        pair.IsEmpty || adapter is null
            ? pair
            : pair with { Known = adapter.Count(pair, aligner.Words(pair), pair.EncoderLinks) };

    private static TokenizedPair[] Read(string path, TextOptions text)
    {
        using BitextReader bitext = BitextReader.Open(path);
        return [.. Lockstep.Pairs(bitext).Select(new PairSplitter(text).Split)];
    }

    private static GoldAlignment[] Gold(string path)
    {
        using LineReader lines = TextInput.Open(path);
        return [.. AlignmentFormats.Get("pharaoh").Read(lines, new FormatOptions()).Select(pair => pair.ToGold())];
    }

    private static void Row(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
