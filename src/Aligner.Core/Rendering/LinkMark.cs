namespace Aligner.Core.Rendering;

/// <summary>What a drawing says of two words.</summary>
public enum LinkMark
{
    /// <summary>They are not linked.</summary>
    None,

    /// <summary>They are linked; whether that is right is not known.</summary>
    Link,

    /// <summary>They are linked, and the gold has a sure link.</summary>
    Sure,

    /// <summary>They are linked, and the gold has a possible link.</summary>
    Possible,

    /// <summary>They are linked, but not in the gold.</summary>
    Wrong,

    /// <summary>They are not linked, but the gold has a sure link.</summary>
    Missed,
}
