using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

/// <summary>Alignments from Pharaoh notation: <c>i-j</c> is a sure link, <c>ipj</c> a possible one.</summary>
internal static class Notation
{
    public static GoldAlignment Gold(string line)
    {
        ILookup<bool, Link> links = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(item => item.Contains('-', StringComparison.Ordinal), ParseLink);
        return new GoldAlignment(Alignment.Of(links[true]), Alignment.Of(links[false]));
    }

    public static Alignment Links(string line) => Gold(line).Sure;

    public static GoldSet GoldSet(params string[] lines) => new("gold.txt", [.. lines.Select(Gold)]);

    public static Hypothesis Hypothesis(params string[] lines) => new("hyp.txt", [.. lines.Select(Links)]);

    private static Link ParseLink(string item)
    {
        string[] sides = item.Split('-', 'p');
        return new Link(
            int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
    }
}
