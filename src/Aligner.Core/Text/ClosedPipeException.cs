namespace Aligner.Core.Text;

/// <summary>The reader of standard output has gone, as in <c>… | head</c>: no failure, only the end.</summary>
public sealed class ClosedPipeException : IOException
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    public ClosedPipeException(IOException innerException)
        : base("the reader of the output has closed it", innerException)
    {
    }

    /// <summary>Whether <paramref name="exception"/> is the system's report of a closed pipe.</summary>
    public static bool IsReportedBy(IOException exception) =>
        exception.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;
}
