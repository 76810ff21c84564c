namespace Aligner.Core.Evaluation;

/// <summary>What a paired test needs of a system.</summary>
/// <param name="Name">The system's name.</param>
/// <param name="Sentences">Counts of each sentence pair.</param>
/// <param name="Resampled">Counts of each resample of <see cref="Bootstrap.Resample"/>.</param>
internal sealed record PairedSample(string Name, LinkCounts[] Sentences, LinkCounts[] Resampled);
