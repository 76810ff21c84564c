using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>A text format for alignments.</summary>
public interface IAlignmentFormat
{
    /// <summary>The name that users choose it by.</summary>
    string Name { get; }

    /// <summary>One line on what it looks like and what it keeps.</summary>
    string Summary { get; }

    /// <summary>The index of the first word by custom of the format: 0 or 1.</summary>
    int DefaultIndexBase { get; }

    /// <summary>Whether writing needs <see cref="AnnotatedAlignment.Tokens"/>.</summary>
    bool NeedsTokens { get; }

    /// <summary>Whether each pair has one line, so that a broken line is one pair lost.</summary>
    bool HasLineForEachPair { get; }

    /// <summary>What it does with the places of words in their lines.</summary>
    CharacterUse Characters { get; }

    /// <summary>Reads the alignments one by one.</summary>
    /// <returns>One alignment for each pair, in order, 0-based and source first whatever the file has.</returns>
    /// <exception cref="DataException">While iterating: a line breaks the format.</exception>
    IEnumerable<AnnotatedAlignment> Read(LineReader reader, FormatOptions options);

    /// <summary>Creates a writer. It neither flushes nor commits <paramref name="output"/>.</summary>
    IAlignmentWriter CreateWriter(TextOutput output, FormatOptions options);
}
