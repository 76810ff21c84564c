using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>
/// Writes a word and its tag on each line, with a tab between them, and an empty line after each sentence. The lines of
/// a target that is a file of columns are kept, and their tags replaced.
/// </summary>
/// <param name="scheme">How tags are written.</param>
/// <param name="tagColumn">The column of the tags in the target, from 1; null is the last.</param>
public sealed class ColumnLabelWriter(TagScheme scheme, int? tagColumn) : ILabelWriter
{
    /// <inheritdoc />
    public void Write(TextOutput output, LabeledSentence source, LabeledSentence target)
    {
        string[] tags = Tags.Encode(TextPlaces.ToWords(target.Spans, target.Words), target.Words.Count, scheme);
        if (target.Rows is { } rows)
        {
            foreach (ColumnLine row in rows)
            {
                output.WriteLine(row.Word < 0 ? row.Text : WithTag(row.Text, tags[row.Word]));
            }
        }
        else
        {
            for (int word = 0; word < tags.Length; word++)
            {
                output.Write(TextPlaces.Cut(target.Text, target.Words[word].Start, target.Words[word].End));
                output.Write('\t');
                output.WriteLine(tags[word]);
            }
        }

        output.WriteLine();
    }

    private string WithTag(string row, string tag)
    {
        string[] fields = ColumnLabelReader.Fields(row);
        int column = tagColumn ?? fields.Length;
        bool isLastWord = column == 1;
        return string.Join(
            row.Contains('\t', StringComparison.Ordinal) || isLastWord ? '\t' : ' ',
            column > fields.Length || isLastWord
                ? [.. fields, tag]
                : [.. fields[..(column - 1)], tag, .. fields[column..]]);
    }
}
