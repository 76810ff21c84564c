using Aligner.Statistical.Bayesian;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Bayesian;

/// <summary>A handful of pairs, indexed, for samplers.</summary>
internal sealed class TinyText
{
    public TinyText(int stemLength, params (string Source, string Target)[] pairs)
    {
        Vocabulary source = new();
        Vocabulary target = new();
        ParallelCorpusBuilder builder = new(source, target);
        foreach ((string sourceText, string targetText) in pairs)
        {
            builder.Add(Numbers(source, sourceText), Numbers(target, targetText));
        }

        Corpus = builder.Build();
        Index = CooccurrenceIndexBuilder.Build(Corpus, long.MaxValue, new ParallelOptions());
        Backoff = LexicalBackoff.Build(
            Index, WordClasses.Stems(source, stemLength), WordClasses.Stems(target, stemLength));
    }

    public ParallelCorpus Corpus { get; }

    public CooccurrenceIndex Index { get; }

    public LexicalBackoff Backoff { get; }

    /// <summary>A sampler whose first links are uniform.</summary>
    public GibbsSampler Start(BayesOptions options, int threads = 1)
    {
        GibbsSampler sampler = new(Index, Backoff, options, new ParallelOptions { MaxDegreeOfParallelism = threads });
        for (int pair = 0; pair < Corpus.Count; pair++)
        {
            int n = Corpus.Source(pair).Length;
            int m = Corpus.Target(pair).Length;
            sampler.Start(pair, Uniform(n * m, 1f / (n + 1)), Uniform(n * m, 1f / (m + 1)));
        }

        return sampler;
    }

    private static float[] Uniform(int cells, float probability)
    {
        float[] matrix = new float[cells];
        matrix.AsSpan().Fill(probability);
        return matrix;
    }

    private static int[] Numbers(Vocabulary vocabulary, string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => vocabulary.Add(word))];
}
