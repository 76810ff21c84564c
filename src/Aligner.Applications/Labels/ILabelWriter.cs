using Aligner.Core.Text;

namespace Aligner.Applications.Labels;

/// <summary>Writes labeled target sentences in a format.</summary>
public interface ILabelWriter
{
    /// <summary>Writes a sentence.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="source">The source sentence, whose other fields are kept where the format has any.</param>
    /// <param name="target">The target sentence with its spans, which do not overlap.</param>
    void Write(TextOutput output, LabeledSentence source, LabeledSentence target);
}
