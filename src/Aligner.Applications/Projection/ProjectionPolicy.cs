namespace Aligner.Applications.Projection;

/// <summary>Which of the target words that are linked to a span become a span.</summary>
public enum ProjectionPolicy
{
    /// <summary>The longest run of them; the first of several.</summary>
    Longest,

    /// <summary>Each run of them, a span of its own.</summary>
    All,

    /// <summary>All words from the first to the last of them.</summary>
    Hull,

    /// <summary>The word with the most probable link; the first of several.</summary>
    Head,
}
