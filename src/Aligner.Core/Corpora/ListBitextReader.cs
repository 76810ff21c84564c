namespace Aligner.Core.Corpora;

/// <summary>Gives pairs that are in memory.</summary>
/// <param name="name">What error messages call them.</param>
/// <param name="pairs">The pairs.</param>
public sealed class ListBitextReader(string name, IReadOnlyList<SentencePair> pairs) : BitextReader
{
    private int _next;

    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override SentencePair? Read() => _next < pairs.Count ? pairs[_next++] : null;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        // Nothing is open.
    }
}
