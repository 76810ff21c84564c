namespace Aligner.Core;

/// <summary>One line breaks its format; those after it can still be read.</summary>
/// <param name="file">Name of the input as the user gave it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="line">1-based line.</param>
/// <param name="message">What is wrong, with the value.</param>
public sealed class BrokenLineException(string file, long line, string message) : DataException(file, line, message);
