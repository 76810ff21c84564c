namespace Aligner.Applications.Labels;

/// <summary>A line of a file of columns.</summary>
/// <param name="Text">The line.</param>
/// <param name="Word">0-based index of its word in the sentence; -1 for comments and other lines without a
/// word.</param>
public readonly record struct ColumnLine(string Text, int Word);
