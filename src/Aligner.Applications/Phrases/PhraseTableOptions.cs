namespace Aligner.Applications.Phrases;

/// <summary>How a phrase table is made.</summary>
public sealed record PhraseTableOptions
{
    private const long LeastBufferBytes = 1 << 16;

    /// <summary>Most words of a phrase, on each side; default 7.</summary>
    public int MaxLength { get; init; } = PhraseExtractor.DefaultMaxLength;

    /// <summary>Bytes of memory in which phrase pairs are sorted before they go to disk; default 128 MiB.</summary>
    public long BufferBytes { get; init; } = 128L << 20;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BufferBytes, LeastBufferBytes);
    }
}
