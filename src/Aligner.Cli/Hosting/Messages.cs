using System.CommandLine;
using System.Globalization;

namespace Aligner.Cli.Hosting;

/// <summary>Everything that the tool prints in addition to its data: one line each, on standard error.</summary>
internal sealed class Messages
{
    private readonly bool _colored = TerminalColor.IsWanted(Console.IsErrorRedirected);

    private Messages(bool isQuiet, bool isVerbose)
    {
        IsQuiet = isQuiet;
        IsVerbose = isVerbose;
    }

    /// <summary>Messages of a command line that could not be read.</summary>
    public static Messages Plain { get; } = new(isQuiet: false, isVerbose: false);

    /// <summary>Only errors are printed.</summary>
    public bool IsQuiet { get; }

    /// <summary>Details are printed too.</summary>
    public bool IsVerbose { get; }

    /// <summary>Whether progress is shown: standard error is a terminal, and -q is not given.</summary>
    public bool ShowsProgress => !IsQuiet && !Console.IsErrorRedirected;

    /// <summary>The messages that <c>-q</c> and <c>-v</c> ask for.</summary>
    public static Messages For(ParseResult parsed) =>
        new(parsed.GetValue(GeneralOptions.Quiet), parsed.GetValue(GeneralOptions.Verbose));

    /// <summary>Says why the run fails.</summary>
    public void Error(string message) => Write("aligner:", TerminalColor.Red, message);

    /// <summary>Says what may be wrong although the run goes on; silenced by <c>-q</c>.</summary>
    public void Warn(string message)
    {
        if (!IsQuiet)
        {
            Write("aligner: warning:", TerminalColor.Yellow, message);
        }
    }

    /// <summary>Says what was chosen for the user; silenced by <c>-q</c>.</summary>
    public void Note(string message)
    {
        if (!IsQuiet)
        {
            Write("aligner:", string.Empty, message);
        }
    }

    /// <summary>Says that the tool waits for what the user types, where standard input is a terminal.</summary>
    public void TellOfTerminalInput()
    {
        if (!Console.IsInputRedirected)
        {
            Note($"reading from the terminal; {(OperatingSystem.IsWindows() ? "Ctrl-Z" : "Ctrl-D")} ends the input");
        }
    }

    /// <summary>Says what is being done; printed with <c>-v</c> only.</summary>
    public void Detail(string message)
    {
        if (IsVerbose)
        {
            Write("aligner:", string.Empty, message);
        }
    }

    // Messages quote data, which can hold what makes a terminal do things, such as setting its title.
    private static string Clean(string message) => message.Any(IsUnsafe)
        ? string.Concat(message.Select(character => IsUnsafe(character)
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}")
            : character.ToString()))
        : message;

    private static bool IsUnsafe(char character) => char.IsControl(character) && character is not ('\n' or '\t');

    private void Write(string prefix, string color, string message)
    {
        message = Clean(message);
        try
        {
            string painted = _colored && color.Length > 0 ? color + prefix + TerminalColor.Reset : prefix;
            Console.Error.WriteLine($"{painted} {message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed or full: there is nobody left to tell.
        }
    }
}
