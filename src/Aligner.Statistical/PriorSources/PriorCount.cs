using System.Globalization;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Statistical.PriorSources;

/// <summary>Pseudo-counts as text.</summary>
internal static class PriorCount
{
    /// <summary>More links than any text has; sums and products of larger counts might not be finite.</summary>
    public const double Most = 1e12;

    /// <exception cref="DataException">The text is not a number from 0 to 10¹².</exception>
    public static double Parse(string text, LineReader reader) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double count)
        && count is >= 0 and <= Most
            ? count
            : throw new DataException(reader.Name, reader.Line, $"'{text}' is not a count");
}
