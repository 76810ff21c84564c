using Aligner.Core.Corpora;

namespace Aligner.Cli.Inputs;

/// <summary>Keeps the pairs that pass through, for outputs that print words after training.</summary>
internal sealed class RecordingBitextReader(BitextReader reader) : BitextReader
{
    private readonly List<SentencePair> _pairs = [];

    public override string Name => reader.Name;

    /// <summary>What has been read.</summary>
    public IReadOnlyList<SentencePair> Pairs => _pairs;

    public override SentencePair? Read()
    {
        SentencePair? pair = reader.Read();
        if (pair is not null)
        {
            _pairs.Add(pair);
        }

        return pair;
    }

    protected override void Dispose(bool disposing) => reader.Dispose();
}
