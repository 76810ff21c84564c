using Aligner.Core.Corpora;

namespace Aligner;

/// <summary>Reads pairs that a program gives.</summary>
/// <param name="pairs">Read once.</param>
internal sealed class SequenceReader(IEnumerable<(string Source, string Target)> pairs) : BitextReader
{
    private readonly IEnumerator<(string Source, string Target)> _pairs = pairs.GetEnumerator();
    private long _line;

    public override string Name => "the pairs";

    public override SentencePair? Read() =>
        _pairs.MoveNext() ? new SentencePair(++_line, _pairs.Current.Source, _pairs.Current.Target) : null;

    protected override void Dispose(bool disposing) => _pairs.Dispose();
}
