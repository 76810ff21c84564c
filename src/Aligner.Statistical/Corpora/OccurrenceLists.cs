namespace Aligner.Statistical.Corpora;

/// <summary>Where each source word of some pairs stands. Buffers are reused from one list to the next.</summary>
internal sealed class OccurrenceLists(ParallelCorpus corpus)
{
    private readonly int[] _starts = new int[corpus.SourceVocabulary.Count + 1];
    private readonly int[] _next = new int[corpus.SourceVocabulary.Count];
    private Occurrence[] _occurrences = [];

    /// <summary>The occurrences of a word in the order of the text.</summary>
    public ReadOnlySpan<Occurrence> this[int word] => _occurrences.AsSpan(_starts[word].._starts[word + 1]);

    /// <summary>Lists the words of the pairs <paramref name="first"/> … <paramref name="end"/> − 1.</summary>
    public void Load(int first, int end)
    {
        Array.Clear(_starts);
        for (int pair = first; pair < end; pair++)
        {
            foreach (int word in corpus.Source(pair))
            {
                _starts[word + 1]++;
            }
        }

        for (int word = 0; word < _next.Length; word++)
        {
            _next[word] = _starts[word];
            _starts[word + 1] += _starts[word];
        }

        if (_occurrences.Length < _starts[^1])
        {
            _occurrences = new Occurrence[_starts[^1]];
        }

        for (int pair = first; pair < end; pair++)
        {
            ReadOnlySpan<int> source = corpus.Source(pair);
            for (int i = 0; i < source.Length; i++)
            {
                _occurrences[_next[source[i]]++] = new Occurrence(pair, i);
            }
        }
    }

    /// <param name="Pair">The sentence pair.</param>
    /// <param name="Position">i: the position in the source sentence.</param>
    internal readonly record struct Occurrence(int Pair, int Position);
}
