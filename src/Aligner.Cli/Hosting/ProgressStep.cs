namespace Aligner.Cli.Hosting;

/// <summary>How far a stage of the work is.</summary>
/// <param name="Stage">
/// What is being done, as users would say it; a new name ends the bar before and starts a new one.
/// </param>
/// <param name="Done">What is done, in units of the stage's own.</param>
/// <param name="Total">The total amount of work; 0 if unknown.</param>
internal readonly record struct ProgressStep(string Stage, long Done, long Total = 0);
