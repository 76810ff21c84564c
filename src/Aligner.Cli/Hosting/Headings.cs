namespace Aligner.Cli.Hosting;

/// <summary>The headings under which help and man pages list options.</summary>
internal static class Headings
{
    public const string Input = "Input";
    public const string Method = "Method";
    public const string Words = "Words";
    public const string Training = "Training";
    public const string Priors = "Prior knowledge";
    public const string Decision = "From two directions to links";
    public const string Encoder = "Encoder";
    public const string Vectors = "Word vectors";
    public const string Extraction = "From similarities to links";
    public const string Serving = "Service";
    public const string Projection = "From links to labels";
    public const string Report = "Report";
    public const string Format = "Format";
    public const string Selection = "Which pairs";
    public const string Output = "Output";
    public const string Run = "Run";
    public const string Other = "Options";
    public const string General = "General";

    /// <summary>All headings, in the order of the help.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Input, Method, Words, Training, Priors, Decision, Encoder, Vectors, Extraction, Projection, Serving, Report,
        Selection, Format, Output, Run, Other, General,
    ];
}
