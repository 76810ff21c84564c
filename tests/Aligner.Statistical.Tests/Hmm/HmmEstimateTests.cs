using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Tests.Training;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Hmm;

public class HmmEstimateTests
{
    private static readonly HmmOptions Options = new()
    {
        Spellings = [new NormalizationOptions { StemLength = 2 }, new NormalizationOptions { StemLength = 1 }],
    };

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1 << 20)] // in windows
    public void Posteriors_are_those_of_the_models(long maxMemory)
    {
        ParallelCorpus corpus = Bitexts.Corpus(IndexedCorpusTests.ManyCells);
        HmmEstimate estimate = new HmmTrainer(Options).Estimate(corpus, new TrainingContext { MaxMemory = maxMemory });
        (float[] Forward, float[] Reverse)[] visited = new (float[], float[])[corpus.Count];

        estimate.Visit((pair, forward, reverse) => visited[pair] = (Words(forward), Words(reverse)));

        DirectionalModels models = estimate.ToModels();
        for (int pair = 0; pair < corpus.Count; pair += 10)
        {
            EncodedPair encoded = models.Factoring.Encode(corpus, pair);
            visited[pair].Forward.ShouldBe(Posteriors(models.Forward, encoded.Source, encoded.Target), 1e-5);
            visited[pair].Reverse.ShouldBe(Posteriors(models.Reverse, encoded.Target, encoded.Source), 1e-5);
        }
    }

    private static float[] Posteriors(IDirectionalModel model, EncodedSentence source, EncodedSentence target)
    {
        Lattice lattice = new();
        model.Lexicon.Emit(source, target, lattice);
        model.Posteriors(lattice);
        return Words(lattice);
    }

    private static float[] Words(Lattice lattice) => [.. Enumerable.Range(0, lattice.TargetLength)
        .SelectMany(j => lattice.Posteriors.Slice(j * lattice.Stride, lattice.SourceLength).ToArray())];
}
