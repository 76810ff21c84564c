using System.Globalization;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Neural.OnnxRuntime;
using Aligner.Statistical;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Training;
using Aligner.Tokenization;

namespace Aligner.Benchmarks;

/// <summary>Fits the network that comes with the tool to gold links.</summary>
internal static class CombinationFitting
{
    private const int MaxLength = 1000;

    /// <summary>Links of a text count as those of so many at most, so that large gold sets do not rule.</summary>
    private const double MostExamples = 20_000;

    /// <summary>The number of networks that stand on each other.</summary>
    private const int Depth = 2;

    private static readonly TrainingContext Context = new() { Threads = Environment.ProcessorCount };

    /// <param name="manifest">
    /// A file with a line for each text: a group, method (<c>auto</c> or <c>statistical</c>), quality, bitext, gold
    /// links, and whether they are those of its <c>first</c> or <c>last</c> pairs; TAB between them.
    /// </param>
    /// <param name="folder">
    /// Where the networks go: <c>all.json</c>, and one named after each group that has not seen its gold links.
    /// </param>
    public static void Run(string manifest, string folder)
    {
        List<(string Group, TextExamples Examples)> texts = [];
        foreach (string[] fields in File.ReadLines(manifest).Select(line => line.Split('\t')))
        {
            TextExamples examples = Collect(
                fields[1], Enum.Parse<Quality>(fields[2], ignoreCase: true), fields[3], fields[4], fields[5]);
            texts.Add((fields[0], examples));
            int links = examples.Pairs.Sum(pair => pair.Links.Count);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{fields[1]} {fields[2]} {fields[3]}: {links} possible links"));
        }

        Directory.CreateDirectory(folder);
        string?[] groups = [null, .. texts.Select(text => text.Group).Distinct()];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Context.Threads };
        Parallel.ForEach(groups, parallel, group =>
        {
            TextExamples[] seen = [.. texts.Where(text => text.Group != group).Select(text => text.Examples)];
            using StreamWriter file = new(Path.Combine(folder, $"{group ?? "all"}.json"));
            LinkNetworkFormat.Write(file, StackedNetworkTrainer.Fit(seen, new LinkNetworkOptions(), Depth));
        });
    }

    private static TextExamples Collect(
        string method, Quality quality, string bitext, string goldFile, string where)
    {
        List<SentencePair> pairs = [.. Lockstep.Pairs(BitextReader.Open(bitext))];
        using LineReader lines = TextInput.Open(goldFile);
        GoldAlignment[] gold = [.. AlignmentFormats.Get("pharaoh")
            .Read(lines, new FormatOptions()).Select(alignment => alignment.ToGold())];
        TextOptions text = new();
        using EncoderReader? reader = method != AutoFamily.Name ? null : new EncoderReader(
            ShippedModel.Open()!, new SessionSettings { Threads = Context.Threads }, text, MaxLength, Context);
        EncoderPrior prior = reader is null
            ? EncoderPrior.None
            : EncoderPrior.Of(reader, [.. pairs.Take(EncoderPrior.LeastLarge)]);
        TrainingResult result = StatisticalTrainer.Train(
            StatisticalMethods.Get("statistical"),
            new MethodSettings { Quality = quality },
            text,
            MaxLength,
            new ListBitextReader(bitext, pairs),
            Context with { Priors = prior.Priors });

        EvidenceCollector collector = new(result.Model);
        IPairDecoder decoder = DecodingOptions.Sure.CreateDecoder(result.Model);
        DecoderWorkspace workspace = new();
        int first = where == "first" ? 0 : pairs.Count - gold.Length;
        LinkedPair?[]? read = prior.Reader?.Read(pairs.GetRange(first, gold.Length));
        List<PairExamples> found = [];
        for (int k = 0; k < gold.Length; k++)
        {
            EncodedPair pair = result.Pair(first + k);
            Add(pair with { Prior = prior.Links.ElementAtOrDefault(first + k) }, gold[k]);
            if (read?[k] is { } linked)
            {
                Add(pair with { Prior = linked.Links }, gold[k]); // as if the text left it open
            }
        }

        float weight = (float)Math.Min(1, MostExamples / found.Sum(pair => pair.Links.Count));
        return new TextExamples(pairs.Count, found.ConvertAll(pair => pair with { Weight = weight }));

        void Add(EncodedPair pair, GoldAlignment links)
        {
            if (!pair.IsEmpty)
            {
                ScoredAlignment mean = decoder.DecodeWithScores(result.Model.Directions, pair, workspace);
                collector.Collect(pair, mean.Links, workspace);
                found.Add(Find(workspace, links));
            }
        }
    }

    private static PairExamples Find(DecoderWorkspace workspace, GoldAlignment gold)
    {
        PairEvidence evidence = workspace.Evidence;
        List<Link> links = [];
        LinkFeatures.FindPossible(evidence, links);
        int width = LinkFeatures.Names.Count;
        float[] features = new float[links.Count * width];
        for (int k = 0; k < links.Count; k++)
        {
            workspace.Features.Fill(evidence, links[k], features.AsSpan(k * width, width));
        }

        float[] targets =
            [.. links.Select(link => gold.Sure.Contains(link) ? 1 : gold.Possible.Contains(link) ? 0.5f : 0)];
        return new PairExamples(evidence.Stems, links, features, targets);
    }
}
