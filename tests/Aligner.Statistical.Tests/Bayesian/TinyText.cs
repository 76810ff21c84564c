using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Bayesian;

/// <summary>A handful of pairs for samplers.</summary>
internal sealed class TinyText
{
    /// <param name="stemLength">How many first characters of a word name its class.</param>
    /// <param name="pairs">As <see cref="Bitexts"/> writes them.</param>
    public TinyText(int stemLength, params string[] pairs)
    {
        Corpus = Bitexts.Corpus(pairs);
        WordNormalizer stem = new(new NormalizationOptions { Lowercase = true, StemLength = stemLength });
        Source = WordClasses.OfSource(Corpus, stem);
        Target = WordClasses.OfTarget(Corpus, stem);
    }

    public ParallelCorpus Corpus { get; }

    public WordClasses Source { get; }

    public WordClasses Target { get; }

    public DirectedText Directed(bool isReverse) => isReverse
        ? DirectedText.Reverse(Corpus, Source, Target)
        : DirectedText.Forward(Corpus, Source, Target);

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
        return new GibbsSampler(Corpus, Source, Target, options, known: [(0, 0, 1), (1, 0, 3)], links, context);
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
