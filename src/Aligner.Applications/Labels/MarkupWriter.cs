using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>Writes the text of each sentence, which has its codes inside, on a line.</summary>
public sealed class MarkupWriter : ILabelWriter
{
    /// <inheritdoc />
    public void Write(TextOutput output, LabeledSentence source, LabeledSentence target) =>
        output.WriteLine(target.Text);
}
