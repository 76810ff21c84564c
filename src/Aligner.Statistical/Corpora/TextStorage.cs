namespace Aligner.Statistical.Corpora;

/// <summary>Where the words of a text are kept.</summary>
public enum TextStorage
{
    /// <summary>In memory.</summary>
    Memory,

    /// <summary>
    /// In temporary files that are mapped into memory: the system holds as much of them as it has room for. They are
    /// gone when the process ends.
    /// </summary>
    TemporaryFiles,
}
