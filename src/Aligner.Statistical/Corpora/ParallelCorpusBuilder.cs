namespace Aligner.Statistical.Corpora;

/// <summary>Collects sentence pairs, already split into words, into a <see cref="ParallelCorpus"/>.</summary>
public sealed class ParallelCorpusBuilder
{
    private readonly SideBuilder _source;
    private readonly SideBuilder _target;

    public ParallelCorpusBuilder(Vocabulary source, Vocabulary target)
    {
        _source = new SideBuilder(source);
        _target = new SideBuilder(target);
    }

    public void Add(ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        bool usable = !source.IsEmpty && !target.IsEmpty;
        _source.Add(usable ? source : []);
        _target.Add(usable ? target : []);
    }

    public ParallelCorpus Build() => new(_source.Build(), _target.Build());

    private sealed class SideBuilder(Vocabulary vocabulary)
    {
        private readonly List<int> _tokens = [];
        private readonly List<int> _starts = [0];

        public void Add(ReadOnlySpan<int> sentence)
        {
            foreach (int word in sentence)
            {
                _tokens.Add(word);
            }

            _starts.Add(_tokens.Count);
        }

        public ParallelCorpus.Side Build() => new(vocabulary, [.. _tokens], [.. _starts]);
    }
}
