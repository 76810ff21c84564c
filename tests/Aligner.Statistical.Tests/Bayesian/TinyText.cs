using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Bayesian;

/// <summary>A handful of pairs, indexed, for samplers.</summary>
internal sealed class TinyText
{
    private readonly IndexedCorpus _indexed;

    /// <param name="stemLength">How many first characters of a word name its class.</param>
    /// <param name="pairs">As <see cref="Bitexts"/> writes them.</param>
    public TinyText(int stemLength, params string[] pairs)
    {
        Corpus = Bitexts.Corpus(pairs);
        _indexed = new IndexedCorpus([Corpus], [[]], new TrainingContext());
        _indexed.Load(0, _indexed.Chunks.Count, new ParallelOptions());
        WordNormalizer stem = new(new NormalizationOptions { Lowercase = true, StemLength = stemLength });
        Backoff = LexicalBackoff.Build(
            Cells.Index, new WordFactor(Corpus.SourceVocabulary, stem), new WordFactor(Corpus.TargetVocabulary, stem));
    }

    public ParallelCorpus Corpus { get; }

    public CellWindow Cells => _indexed.Cells[0];

    public LexicalBackoff Backoff { get; }

    /// <summary>A sampler whose first links are uniform.</summary>
    public GibbsSampler Start(BayesOptions options, int threads = 1)
    {
        SamplerLinks links = new(Corpus, options);
        for (int pair = 0; pair < Corpus.Count; pair++)
        {
            int n = Corpus.Source(pair).Length;
            int m = Corpus.Target(pair).Length;
            links.Draw(pair, Uniform(n, m), Uniform(m, n));
        }

        TrainingContext context = new() { Threads = threads };
        return new GibbsSampler(_indexed, Backoff, options, known: [(1, 1), (2, 3)], links, context);
    }

    /// <summary>A lattice in which each target word is as likely to link to NULL as to any source word.</summary>
    public static Lattice Uniform(int n, int m)
    {
        Lattice lattice = new();
        lattice.Resize(n, m);
        for (int j = 0; j < m; j++)
        {
            lattice.Posteriors.Slice(j * lattice.Stride, n).Fill(1f / (n + 1));
        }

        return lattice;
    }
}
