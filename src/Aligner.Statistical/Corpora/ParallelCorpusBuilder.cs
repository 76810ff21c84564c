namespace Aligner.Statistical.Corpora;

/// <summary>Collects sentence pairs, already split into words, into a <see cref="ParallelCorpus"/>.</summary>
internal sealed class ParallelCorpusBuilder : IDisposable
{
    private readonly SideBuilder _source;
    private readonly SideBuilder _target;

    /// <param name="source">The source words.</param>
    /// <param name="target">The target words.</param>
    /// <param name="storage">Where the text is kept.</param>
    /// <exception cref="IOException">No temporary file can be made.</exception>
    public ParallelCorpusBuilder(Vocabulary source, Vocabulary target, TextStorage storage)
    {
        _source = new SideBuilder(source, TokenWriter.Create(storage));
        _target = new SideBuilder(target, TokenWriter.Create(storage));
    }

    /// <summary>Adds a pair.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A side has more than <see cref="ParallelCorpus.LongestSide"/> words.
    /// </exception>
    /// <exception cref="Core.DataException">The text is too long.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, ParallelCorpus.LongestSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.Length, ParallelCorpus.LongestSide);
        bool usable = !source.IsEmpty && !target.IsEmpty;
        _source.Add(usable ? source : []);
        _target.Add(usable ? target : []);
    }

    /// <summary>The pairs that were added; none can be added afterwards.</summary>
    public ParallelCorpus Build() => new(_source.Build(), _target.Build());

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    private sealed class SideBuilder(Vocabulary vocabulary, TokenWriter tokens) : IDisposable
    {
        private readonly List<int> _starts = [0];

        public void Add(ReadOnlySpan<int> sentence)
        {
            tokens.Add(sentence);
            _starts.Add(tokens.Count);
        }

        public ParallelCorpus.Side Build() => new(vocabulary, tokens.Finish(), [.. _starts]);

        public void Dispose() => tokens.Dispose();
    }
}
