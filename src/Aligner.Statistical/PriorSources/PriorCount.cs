using System.Globalization;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Statistical.PriorSources;

/// <summary>Pseudo-counts as text.</summary>
internal static class PriorCount
{
    /// <exception cref="DataException">The text is not a finite number from 0 on.</exception>
    public static double Parse(string text, LineReader reader) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double count)
        && double.IsFinite(count) && count >= 0
            ? count
            : throw new DataException(reader.Name, reader.Line, $"'{text}' is not a count");
}
