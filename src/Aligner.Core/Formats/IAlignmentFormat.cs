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

    /// <summary>
    /// Whether links are given by <see cref="AnnotatedAlignment.Mentions"/>, so that reading needs the words too.
    /// </summary>
    bool NeedsTokensToRead { get; }

    /// <summary>Whether it can be written; some formats are only read.</summary>
    bool CanWrite { get; }

    /// <summary>Whether a file that begins with this line holds the words of its pairs.</summary>
    bool HoldsTokens(string firstLine);

    /// <summary>Reads the alignments one by one.</summary>
    /// <returns>One alignment for each pair, in order, 0-based and source first whatever the file has.</returns>
    /// <exception cref="DataException">While iterating: a line breaks the format.</exception>
    IEnumerable<AnnotatedAlignment> Read(LineReader reader, FormatOptions options);

    /// <summary>
    /// Creates a writer, which sorts links and writes each once. It neither flushes nor commits
    /// <paramref name="output"/>.
    /// </summary>
    /// <exception cref="NotSupportedException">The format is only read.</exception>
    IAlignmentWriter CreateWriter(TextOutput output, FormatOptions options);
}
