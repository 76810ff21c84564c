using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>Reads a sentence without labels from each line.</summary>
/// <param name="reader">The lines; disposed with the reader.</param>
public sealed class TextLineReader(LineReader reader) : ILabelReader
{
    /// <inheritdoc />
    public string Name => reader.Name;

    /// <inheritdoc />
    public LabeledSentence? Read() =>
        reader.ReadLine() is { } line ? LabeledSentence.OfText(line, line: reader.Line) : null;

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();
}
