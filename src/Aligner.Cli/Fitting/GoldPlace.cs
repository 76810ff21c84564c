namespace Aligner.Cli.Fitting;

/// <summary>Which pairs of a text have gold links, and how they are aligned.</summary>
internal enum GoldPlace
{
    /// <summary>The first pairs, aligned with all others.</summary>
    First,

    /// <summary>The last pairs, aligned with all others.</summary>
    Last,

    /// <summary>The last pairs, aligned by a model that was trained on the others and saved.</summary>
    New,
}
