using System.Globalization;

namespace Aligner.Core.Evaluation;

/// <summary>How the links of a file were read.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="IndexBase">Number of the first word, 0 or 1.</param>
/// <param name="Swapped">Whether source and target were exchanged on reading.</param>
public sealed record InputConvention(string Format, int IndexBase, bool Swapped)
{
    /// <summary>For example <c>pharaoh/0</c> or <c>naacl/1/swapped</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Format}/{IndexBase}{(Swapped ? "/swapped" : "")}");
}
