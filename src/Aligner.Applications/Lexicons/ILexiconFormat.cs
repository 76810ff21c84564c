using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>How a lexicon is written.</summary>
/// <remarks>Add a format by implementing this and naming it in <see cref="LexiconFormats"/>.</remarks>
public interface ILexiconFormat
{
    /// <summary>The name it is chosen by.</summary>
    string Name { get; }

    /// <summary>What the file is, for the help.</summary>
    string Summary { get; }

    /// <summary>Whether an entry may have blanks, as phrases do.</summary>
    bool HoldsPhrases { get; }

    /// <summary>Whether words without a link are entries.</summary>
    bool HoldsNull { get; }

    /// <summary>Writes what stands before the entries.</summary>
    void WriteHeader(TextOutput output);

    /// <summary>Writes an entry.</summary>
    void WriteEntry(TextOutput output, LexiconEntry entry);
}
