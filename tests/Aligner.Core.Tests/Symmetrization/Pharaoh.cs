using System.Globalization;
using Aligner.Core.Alignments;

namespace Aligner.Core.Tests.Symmetrization;

/// <summary>Reads plain <c>i-j</c> links, 0-based.</summary>
internal static class Pharaoh
{
    public static Alignment Parse(string line) =>
        Alignment.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseLink));

    private static Link ParseLink(string text)
    {
        int[] indices = [.. text.Split('-').Select(index => int.Parse(index, CultureInfo.InvariantCulture))];
        return new Link(indices[0], indices[1]);
    }
}
