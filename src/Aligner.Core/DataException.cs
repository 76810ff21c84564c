using System.Globalization;

namespace Aligner.Core;

/// <summary>Input that breaks its format. The message names file, line and the offending value.</summary>
public class DataException : Exception
{
    public DataException(string message)
        : base(message)
    {
    }

    /// <param name="file">Name of the input as the user gave it, or <c>&lt;stdin&gt;</c>.</param>
    /// <param name="line">1-based line, or 0 when the fault is not on a line.</param>
    /// <param name="message">What is wrong, with the value.</param>
    public DataException(string file, long line, string message)
        : base(line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}")
            : $"{file}: {message}")
    {
    }

    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
