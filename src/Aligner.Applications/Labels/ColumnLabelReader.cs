using System.Globalization;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>
/// Reads a word and its tag on each line and an empty line after each sentence: TSV, CoNLL-2003 with blanks between the
/// columns, or CoNLL-U, whose comments, multiword tokens and empty nodes are passed over.
/// </summary>
/// <param name="reader">The lines; disposed with the reader.</param>
/// <param name="options">Which columns hold what.</param>
public sealed class ColumnLabelReader(LineReader reader, ColumnOptions options) : ILabelReader
{
    private const int ConllUColumns = 10;

    /// <inheritdoc />
    public string Name => reader.Name;

    /// <summary>The fields of a line: between tabs, or between blanks where there is no tab.</summary>
    public static string[] Fields(string line) => line.Contains('\t', StringComparison.Ordinal)
        ? line.Split('\t')
        : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The next sentence. An empty line that ends no sentence is a sentence without words.
    /// </summary>
    /// <inheritdoc />
    public LabeledSentence? Read()
    {
        List<ColumnLine> rows = [];
        List<string> words = [], tags = [];
        long first = reader.Line + 1;
        bool isEmpty = true;
        while (reader.ReadLine() is { } line)
        {
            isEmpty = false;
            if (string.IsNullOrWhiteSpace(line))
            {
                break;
            }

            string[] fields = Fields(line);
            bool holdsWord = !IsComment(line, fields) && !IsExtraNode(fields);
            rows.Add(new ColumnLine(line, holdsWord ? words.Count : -1));
            if (holdsWord)
            {
                words.Add(Field(fields, WordColumn(fields), "word"));
                tags.Add(options.ReadsTags ? Tag(fields) : "O");
            }
        }

        if (isEmpty)
        {
            return null;
        }

        (string text, CodePointSpan[] places) = TextPlaces.Join(words);
        return new LabeledSentence(first, text, places, [.. TextPlaces.ToCharacters(Tags.Decode(tags), places)])
        {
            Rows = rows,
        };
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static bool IsComment(string line, string[] fields) =>
        line.StartsWith('#') && !line.Contains('\t', StringComparison.Ordinal)
        && !(fields.Length > 1 && Tags.IsTag(fields[^1]) && fields[1] != "=" && fields[1] != "text");

    private static bool IsConllU(string[] fields) =>
        fields.Length == ConllUColumns && char.IsAsciiDigit(fields[0].FirstOrDefault());

    /// <summary>A range such as 1-2, or a node such as 1.1.</summary>
    private static bool IsExtraNode(string[] fields) =>
        IsConllU(fields) && !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private int WordColumn(string[] fields) => options.WordColumn ?? (IsConllU(fields) ? 2 : 1);

    private string Tag(string[] fields)
    {
        int column = options.TagColumn ?? fields.Length;
        string tag = column == WordColumn(fields) ? string.Empty : Field(fields, column, "tag");
        return Tags.IsTag(tag)
            ? tag
            : throw new BrokenLineException(
                Name, reader.Line, $"{Excerpt.Quote(tag)} is no tag such as O, B-PER or I-PER");
    }

    private string Field(string[] fields, int column, string what) =>
        column <= fields.Length && fields[column - 1] is { Length: > 0 } field && !string.IsNullOrWhiteSpace(field)
            ? field
            : throw new BrokenLineException(Name, reader.Line, string.Create(
                CultureInfo.InvariantCulture,
                $"no {what} in column {column} of {Excerpt.Quote(string.Join('\t', fields))}"));
}
