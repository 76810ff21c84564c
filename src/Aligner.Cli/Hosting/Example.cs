namespace Aligner.Cli.Hosting;

/// <summary>A command line to copy from the help.</summary>
/// <param name="CommandLine">What to type.</param>
/// <param name="Explanation">What it does, in a few words.</param>
internal readonly record struct Example(string CommandLine, string Explanation);
