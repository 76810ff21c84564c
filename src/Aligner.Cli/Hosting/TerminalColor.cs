using Aligner.Core.Rendering;

namespace Aligner.Cli.Hosting;

/// <summary>Color of a terminal, by the codes of ECMA-48 that every terminal knows.</summary>
internal static class TerminalColor
{
    public const string Red = "\e[31m";
    public const string Green = "\e[32m";
    public const string Yellow = "\e[33m";
    public const string Cyan = "\e[36m";
    public const string Dim = "\e[2m";
    public const string Reset = "\e[0m";

    /// <summary>Whether a stream is to be colored (no-color.org).</summary>
    /// <param name="isRedirected">Whether the stream is no terminal.</param>
    public static bool IsWanted(bool isRedirected) => !isRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>A mark in the color of its meaning; the glyphs tell marks apart without it too.</summary>
    public static string Paint(LinkMark mark) => ColorOf(mark) + LinkMarks.Glyph(mark) + Reset;

    private static string ColorOf(LinkMark mark) => mark switch
    {
        LinkMark.Link => Cyan,
        LinkMark.Sure => Green,
        LinkMark.Possible => Yellow,
        LinkMark.Wrong or LinkMark.Missed => Red,
        _ => Dim,
    };
}
