using System.Globalization;
using System.Text.Json;
using Aligner.Applications.Filtering;
using Aligner.Combination.Adaptation;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Benchmarks;

/// <summary>
/// How well the score of <c>filter</c> tells translations from injected noise (noise.awk), and the fit of its numbers.
/// A text is a file of kind, source and target, and a file of its links in the format jsonl, with words.
/// </summary>
internal static class FilterBenchmarks
{
    private const string Clean = "clean";
    private const float Penalty = 1e-3f;

    private static readonly string[] Untranslated = ["shuffled", "swapped", "truncated"];
    private static readonly string[] OtherLanguage = ["language", "copy", "untranslated"];

    /// <summary>
    /// Prints the area under the ROC curve of the score, clean pairs against all others and against each kind, as cells
    /// of a table.
    /// </summary>
    public static void PrintAreas(string text, string links)
    {
        (string Kind, double Score)[] scored =
            [.. Read(text, links).Select(item => (item.Kind, NoiseModel.Probability(item.Evidence)))];
        double[] clean = [.. scored.Where(item => item.Kind == Clean).Select(item => item.Score)];
        IEnumerable<double> areas = Untranslated.Concat(OtherLanguage)
            .Select(kind => Area(clean, scored.Where(item => item.Kind == kind)))
            .Prepend(Area(clean, scored.Where(item => item.Kind != Clean)));
        Console.WriteLine(string.Join(
            " | ", areas.Select(area => area.ToString("0.000", CultureInfo.InvariantCulture))));
    }

    /// <summary>
    /// Fits the two regressions of <see cref="NoiseModel"/> and prints their weights: the first to tell clean pairs
    /// from those that are not translated as a whole, the second from those in another language.
    /// </summary>
    /// <param name="files">Text, links, text, links …</param>
    public static void PrintFit(string[] files)
    {
        (string Kind, NoiseEvidence Evidence)[] pairs =
            [.. files.Chunk(2).SelectMany(text => Read(text[0], text[1])).Where(item => item.Evidence.Links.HasWords)];
        Print("translated", pairs, Untranslated, NoiseModel.TranslatedFeatures);
        Print("language", pairs, OtherLanguage, NoiseModel.LanguageFeatures);
    }

    private static void Print(
        string name,
        IEnumerable<(string Kind, NoiseEvidence Evidence)> pairs,
        string[] noise,
        Func<NoiseEvidence, double[]> features)
    {
        Example[] examples = [.. pairs
            .Where(item => item.Kind == Clean || noise.Contains(item.Kind))
            .Select(item => new Example(
                [1, .. features(item.Evidence).Select(feature => (float)feature)],
                Source: -1,
                Target: -1,
                LogOdds: 0,
                item.Kind == Clean ? 1 : 0,
                Weight: 1))];
        int width = examples[0].Dense.Length;
        double[] weights = RidgeLogistic.Fit(
            examples, new double[width], [.. Enumerable.Repeat((double)Penalty, width)], default);
        Console.WriteLine($"{name}: {string.Join(", ", weights.Select(weight =>
            weight.ToString("0.00", CultureInfo.InvariantCulture)))}");
    }

    private static double Area(double[] clean, IEnumerable<(string Kind, double Score)> noise)
    {
        double[] others = [.. noise.Select(item => item.Score)];
        double above = clean.Sum(score =>
            others.Count(other => other < score) + (0.5 * others.Count(other => other == score)));
        return above / ((double)clean.Length * others.Length);
    }

    private static List<(string Kind, NoiseEvidence Evidence)> Read(string text, string links)
    {
        string[][] lines = [.. File.ReadLines(text).Select(line => line.Split('\t'))];
        FilterPair[] pairs =
            [.. File.ReadLines(links).Select((line, k) => new FilterPair(lines[k][1], lines[k][2], Links(line, k)))];
        TextProfile profile = TextProfile.Learn(pairs);
        return [.. pairs.Select((pair, k) => (lines[k][0], profile.Judge(k, pair)))];
    }

    private static AlignedPair Links(string line, int index)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        string[] source = Words("source"), target = Words("target");
        float[] probabilities = root.TryGetProperty("probabilities", out JsonElement list)
            ? [.. list.EnumerateArray().Select(item => item.GetSingle())]
            : [];
        ScoredLink[] links = [.. root.GetProperty("links").EnumerateArray().Select((link, k) =>
            new ScoredLink(new Link(link[0].GetInt32(), link[1].GetInt32()), probabilities[k]))];
        return new AlignedPair(
            index + 1,
            new TokenizedPair(source, target),
            ScoredAlignment.OfLinks(links, source.Length, target.Length));

        string[] Words(string name) => root.TryGetProperty(name, out JsonElement words)
            ? [.. words.EnumerateArray().Select(word => word.GetString()!)]
            : [];
    }
}
