namespace Aligner.Serving.Requests;

/// <summary>How a service does.</summary>
/// <param name="Status"><c>ok</c> as long as it answers.</param>
/// <param name="Waiting">Pairs that wait now.</param>
/// <param name="Aligned">Pairs aligned since the start.</param>
public sealed record ServiceHealth(string Status, int Waiting, long Aligned);
