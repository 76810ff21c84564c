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
using Aligner.Statistical.Training;
using Aligner.Tokenization;

namespace Aligner.Benchmarks;

/// <summary>Fits the network that comes with the tool to gold links.</summary>
internal static class CombinationFitting
{
    private const int MaxLength = 1000;

    /// <summary>Links of a text count as those of so many at most, so that large gold sets do not rule.</summary>
    private const double MostExamples = 20_000;

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
        List<(string Group, LinkExamples Examples)> texts = [];
        foreach (string[] fields in File.ReadLines(manifest).Select(line => line.Split('\t')))
        {
            LinkExamples examples = Collect(
                fields[1], Enum.Parse<Quality>(fields[2], ignoreCase: true), fields[3], fields[4], fields[5]);
            texts.Add((fields[0], examples));
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{fields[1]} {fields[2]} {fields[3]}: {examples.Count} possible links"));
        }

        Directory.CreateDirectory(folder);
        string?[] groups = [null, .. texts.Select(text => text.Group).Distinct()];
        Parallel.ForEach(groups, group =>
        {
            LinkExamples seen = new();
            texts.FindAll(text => text.Group != group).ForEach(text => seen.Add(text.Examples));
            using StreamWriter file = new(Path.Combine(folder, $"{group ?? "all"}.json"));
            LinkNetworkFormat.Write(file, LinkNetworkTrainer.Fit(seen, new LinkNetworkOptions()));
        });
    }

    private static LinkExamples Collect(
        string method, Quality quality, string bitext, string goldFile, string where)
    {
        List<SentencePair> pairs = [.. Lockstep.Pairs(BitextReader.Open(bitext))];
        using LineReader lines = TextInput.Open(goldFile);
        GoldAlignment[] gold = [.. AlignmentFormats.Get("pharaoh")
            .Read(lines, new FormatOptions()).Select(alignment => alignment.ToGold())];
        TextOptions text = new();
        EncoderPrior prior = method != AutoFamily.Name ? EncoderPrior.None : EncoderPrior.Of(
            ShippedModel.Open()!,
            new SessionSettings { Threads = Context.Threads },
            [.. pairs.Take(EncoderPrior.SampleSize)],
            text,
            MaxLength,
            Context);
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
        List<(float[] Features, float Target)> found = [];
        for (int k = 0; k < gold.Length; k++)
        {
            EncodedPair pair = result.Pair(first + k) with { Prior = prior.Links.ElementAtOrDefault(first + k) };
            if (!pair.IsEmpty)
            {
                IReadOnlyList<ScoredLink> links =
                    decoder.DecodeWithScores(result.Model.Directions, pair, workspace).Links;
                collector.Collect(pair, links, workspace);
                Find(workspace, gold[k], found);
            }
        }

        float weight = (float)Math.Min(1, MostExamples / found.Count);
        LinkExamples examples = new();
        found.ForEach(example => examples.Add(example.Features, example.Target, weight));
        return examples;
    }

    private static void Find(
        DecoderWorkspace workspace, GoldAlignment gold, List<(float[] Features, float Target)> found)
    {
        LinkFeatures.FindPossible(workspace.Evidence, workspace.Links);
        foreach (Link link in workspace.Links)
        {
            float[] features = new float[LinkFeatures.Names.Count];
            workspace.Features.Fill(workspace.Evidence, link, features);
            found.Add((features, gold.Sure.Contains(link) ? 1 : gold.Possible.Contains(link) ? 0.5f : 0));
        }
    }
}
