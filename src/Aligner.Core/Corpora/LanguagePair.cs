namespace Aligner.Core.Corpora;

/// <summary>The languages of a bitext, by the tags of its file, as <c>en</c> or <c>pt-BR</c>.</summary>
/// <param name="Source">The language of the source sentences.</param>
/// <param name="Target">The language of the target sentences.</param>
public sealed record LanguagePair(string Source, string Target)
{
    /// <summary>
    /// Whether a tag of a file is a wanted language: the same tag, or one of the same language where the wanted one
    /// names no variety.
    /// </summary>
    internal static bool Matches(string tag, string wanted) =>
        tag.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || Primary(tag).Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>The language of a tag, without its variety.</summary>
    internal static string Primary(string tag) => tag.Split('-', '_')[0];
}
