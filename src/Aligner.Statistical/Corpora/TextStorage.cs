namespace Aligner.Statistical.Corpora;

/// <summary>Where the words of a text are kept.</summary>
public enum TextStorage
{
    /// <summary>In memory.</summary>
    Memory,

    /// <summary>
    /// In temporary files that stay mapped into memory until the process ends: the system holds as much of them as it
    /// has room for. They are gone when the process ends.
    /// </summary>
    TemporaryFiles,
}
