namespace Aligner.Cli.Hosting;

/// <summary>A name that an option takes.</summary>
/// <param name="Name">What to type.</param>
/// <param name="Summary">What it means, where the name does not say it.</param>
internal readonly record struct Choice(string Name, string? Summary = null);
