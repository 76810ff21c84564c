namespace Aligner.Cli.Hosting;

/// <summary>How far a stage of the work is.</summary>
/// <param name="Stage">Name of the stage; a new name starts a new bar.</param>
/// <param name="Done">What is done, in units of the stage's own.</param>
/// <param name="Total">What is to be done; 0 where nobody knows.</param>
internal readonly record struct ProgressStep(string Stage, long Done, long Total = 0);
