using System.Text.Json.Nodes;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Labels;

/// <summary>A sentence with labeled spans. All places count code points of its text.</summary>
/// <param name="Line">1-based line where it begins in its file.</param>
/// <param name="Text">The text; words of a file of columns have a blank between them.</param>
/// <param name="Words">Where the words stand, those between blanks if nothing else is known.</param>
/// <param name="Spans">The labeled spans.</param>
public sealed record LabeledSentence(
    long Line, string Text, IReadOnlyList<CodePointSpan> Words, IReadOnlyList<LabeledSpan> Spans)
{
    /// <summary>The lines of a file of columns; null, the default, for another file.</summary>
    public IReadOnlyList<ColumnLine>? Rows { get; init; }

    /// <summary>The object of a file of JSON Lines; null, the default, for another file.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>The codes of a file with inline markup; null, the default, for another file.</summary>
    public IReadOnlyList<MarkupElement>? Markup { get; init; }

    /// <summary>A text whose words stand between blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Its labeled spans; absent for none.</param>
    /// <param name="line">1-based line in its file; 0, the default, for a text of no file.</param>
    public static LabeledSentence OfText(string text, IReadOnlyList<LabeledSpan>? spans = null, long line = 0) =>
        new(line, text, TextPlaces.WordsOf(text), spans ?? []);

    /// <summary>A text with inline codes (<see cref="MarkupReader"/>), which are taken out of it.</summary>
    /// <param name="text">The text with its codes.</param>
    /// <param name="line">1-based line in its file; 0, the default, for a text of no file.</param>
    public static LabeledSentence OfMarkup(string text, long line = 0)
    {
        (string plain, IReadOnlyList<MarkupElement> codes) = MarkupReader.Parse(text);
        return OfText(plain, line: line) with { Markup = codes };
    }
}
