using Aligner.Core.Corpora;

namespace Aligner.Cli.Inputs;

/// <summary>Gives pairs that were read already, then the rest.</summary>
internal sealed class ResumedBitextReader(IReadOnlyList<SentencePair> start, BitextReader rest) : BitextReader
{
    private int _next;

    public override string Name => rest.Name;

    public override SentencePair? Read() => _next < start.Count ? start[_next++] : rest.Read();

    protected override void Dispose(bool disposing) => rest.Dispose();
}
