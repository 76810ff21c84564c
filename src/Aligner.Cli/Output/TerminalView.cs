using System.Globalization;
using Aligner.Applications.Views;
using Aligner.Cli.Methods;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Rendering;
using Aligner.Core.Text;

namespace Aligner.Cli.Output;

/// <summary>Pairs as grids of text, with what is known of each above it.</summary>
internal static class TerminalView
{
    /// <summary>Writes all pairs, and at the end what the marks mean.</summary>
    public static void Write(ViewedText text, GridOptions options, TextOutput output)
    {
        foreach (ViewedPair pair in text.Pairs)
        {
            output.WriteLine(Heading(pair));
            foreach (string line in TextGrid.Draw(pair.Words, pair.Links, pair.Gold, options))
            {
                output.WriteLine(line);
            }

            foreach (string line in Judgments(pair))
            {
                output.WriteLine(line);
            }

            output.WriteLine();
        }

        if (text.Systems.Count > 1)
        {
            output.WriteLine($"marks from left to right: {string.Join(", ", text.Systems)}");
        }

        if (text.HasGold)
        {
            output.WriteLine(string.Join("  ", Legend.Select(entry => $"{options.Style(entry.Mark)} {entry.Name}")));
        }
    }

    private static (LinkMark Mark, string Name)[] Legend { get; } =
    [
        (LinkMark.Sure, "sure"), (LinkMark.Possible, "possible"), (LinkMark.Wrong, "wrong"),
        (LinkMark.Missed, "missed"),
    ];

    /// <summary>
    /// A table of the links with the probability of the decision and of each expert; nothing where none is known.
    /// </summary>
    private static IEnumerable<string> Judgments(ViewedPair pair)
    {
        if (pair.Systems is not [{ Judgments: { Count: > 0 } judgments, Links.Count: > 0 } system, ..])
        {
            return [];
        }

        TextTable table = new(["", "decision", .. judgments.Select(judgment => judgment.Expert)]);
        foreach (AnnotatedLink annotated in system.Ordered().Links)
        {
            Link link = annotated.Link;
            table.Add(
            [
                $"{pair.Words.Source[link.Source]} – {pair.Words.Target[link.Target]}",
                Probability(annotated.Probability ?? 1),
                .. judgments.Select(judgment =>
                    Probability(judgment.Links.First(scored => scored.Link == link).Probability)),
            ]);
        }

        return table.Lines();
    }

    private static string Probability(float value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Heading(ViewedPair pair)
    {
        string heading = string.Create(CultureInfo.InvariantCulture, $"pair {pair.Line}");
        return pair.Gold is null
            ? heading
            : $"{heading}  AER {string.Join(' ', pair.Counts.Select(counts => Percent(counts.Aer)))}";
    }

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture);
}
