namespace Aligner.Applications.Projection;

/// <summary>What became of a span of the source.</summary>
public enum ProjectionOutcome
{
    /// <summary>It has one span in the target.</summary>
    Projected,

    /// <summary>Its target words lie in several runs.</summary>
    Split,

    /// <summary>Its target words belong to another span.</summary>
    Collided,

    /// <summary>None of its words has a link.</summary>
    Unlinked,

    /// <summary>Its links are less probable than what is asked for.</summary>
    Improbable,
}
