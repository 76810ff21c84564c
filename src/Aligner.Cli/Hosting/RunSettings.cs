namespace Aligner.Cli.Hosting;

/// <summary>What every run of a command has.</summary>
/// <param name="Threads">Degree of parallelism.</param>
/// <param name="Seed">Seed of methods that draw random numbers.</param>
internal sealed record RunSettings(int Threads, ulong Seed);
