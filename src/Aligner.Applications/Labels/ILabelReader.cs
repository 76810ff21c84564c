using Aligner.Core;

namespace Aligner.Applications.Labels;

/// <summary>Reads labeled sentences one after the other.</summary>
public interface ILabelReader : IDisposable
{
    /// <summary>What error messages call the input.</summary>
    string Name { get; }

    /// <summary>Reads the next sentence, or null at the end.</summary>
    /// <exception cref="DataException">A line breaks the format.</exception>
    LabeledSentence? Read();
}
