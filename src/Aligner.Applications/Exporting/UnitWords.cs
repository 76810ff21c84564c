namespace Aligner.Applications.Exporting;

/// <summary>The words of spans.</summary>
internal static class UnitWords
{
    /// <summary>The words of a span of a sentence.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> sentence, WordSpan span) =>
        Enumerable.Range(span.Start, span.Length).Select(word => sentence[word]);

    /// <summary>Whether there is a letter in words, which then are no punctuation and no number.</summary>
    public static bool HaveLetters(IEnumerable<string> words) =>
        words.Any(word => word.EnumerateRunes().Any(System.Text.Rune.IsLetter));
}
