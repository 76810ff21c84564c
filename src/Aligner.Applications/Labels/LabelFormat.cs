using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>How labeled sentences are written down.</summary>
public enum LabelFormat
{
    /// <summary>A word and its tag on each line.</summary>
    Columns,

    /// <summary>A JSON object on each line.</summary>
    Jsonl,

    /// <summary>A sentence with codes such as <c>&lt;b&gt;</c> and <c>{1}</c> on each line.</summary>
    Markup,

    /// <summary>A sentence on each line, without labels.</summary>
    Text,
}

/// <summary>Recognizes formats.</summary>
public static class LabelFormats
{
    /// <summary>What a labeled file is taken for, by its first line.</summary>
    public static LabelFormat OfSource(LineReader reader) => reader.PeekLine() switch
    {
        ['{', .. var rest] when rest.TrimStart() is [] or ['"' or '}', ..] => LabelFormat.Jsonl,
        { } line when HasTag(line) || line.StartsWith('#') => LabelFormat.Columns,
        _ => LabelFormat.Markup,
    };

    /// <summary>What a file of target sentences is taken for: columns where it has tabs, else text.</summary>
    public static LabelFormat OfTarget(LineReader reader) => reader.PeekLine() is { } line
        && (line.Contains('\t', StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal))
            ? LabelFormat.Columns
            : LabelFormat.Text;

    private static bool HasTag(string line) => line.Contains('\t', StringComparison.Ordinal)
        || ColumnLabelReader.Fields(line) is [_, .., var last] && Tags.IsTag(last);
}
