namespace Aligner.Applications.Projection;

/// <summary>Counts what became of the spans of a text.</summary>
public sealed class ProjectionReport
{
    private readonly long[] _counts = new long[Enum.GetValues<ProjectionOutcome>().Length];

    /// <summary>How many spans had an outcome.</summary>
    public long this[ProjectionOutcome outcome] => _counts[(int)outcome];

    /// <summary>The number of spans of the source.</summary>
    public long Total => _counts.Sum();

    /// <summary>Counts a span.</summary>
    public void Add(ProjectionOutcome outcome) => _counts[(int)outcome]++;
}
