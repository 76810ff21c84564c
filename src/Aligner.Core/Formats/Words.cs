namespace Aligner.Core.Formats;

/// <summary>Words in a line of a link file.</summary>
internal static class Words
{
    /// <summary>Splits at blanks and tabs.</summary>
    public static string[] Split(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
