using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>Reads lines as source sides of pairs without a target.</summary>
/// <param name="reader">Lines; disposed with the reader.</param>
internal sealed class MonolingualReader(LineReader reader) : BitextReader
{
    public override string Name => reader.Name;

    public override SentencePair? Read() =>
        reader.ReadLine() is { } line ? new SentencePair(reader.Line, line, string.Empty) : null;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }
}
