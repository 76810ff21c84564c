using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Inflections;

/// <summary>Learns from the links of a text which inflections express words of the other language.</summary>
/// <remarks>
/// A directional model links a word to one other word. For <c>the house</c> and Danish <c>huset</c>, it links
/// <c>house</c> and leaves <c>the</c> to NULL. But whether <c>the</c> is adjacent to <c>house</c> depends on the suffix
/// of its translation, and that can be counted.
/// </remarks>
internal static class InflectionLearner
{
    private const int BatchSize = 1024;

    /// <summary>The same for any number of threads.</summary>
    /// <param name="corpus">The text.</param>
    /// <param name="align">Gives the sure links of a batch of its pairs, by their indices.</param>
    /// <param name="options">What makes a rule.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static InflectionModel Learn(
        ParallelCorpus corpus,
        Func<int[], IReadOnlyList<Alignment>> align,
        InflectionOptions options,
        TrainingContext context)
    {
        options.Validate();
        HeadTable source = new(corpus.SourceVocabulary, options.MaxDistance);
        HeadTable target = new(corpus.TargetVocabulary, options.MaxDistance);
        foreach (int[] batch in Enumerable.Range(0, corpus.Count).Chunk(BatchSize))
        {
            if (Math.Max(source.Heads.Count, target.Heads.Count) >= options.MaxHeads)
            {
                break;
            }

            IReadOnlyList<Alignment> alignments = align(batch);
            for (int i = 0; i < batch.Length; i++)
            {
                ReadOnlySpan<int> sourceWords = corpus.Source(batch[i]);
                ReadOnlySpan<int> targetWords = corpus.Target(batch[i]);
                source.Add(sourceWords, targetWords, alignments[i]);
                target.Add(targetWords, sourceWords, alignments[i].Select(link => link.Swap()));
            }
        }

        InflectionRules[] rules = new InflectionRules[2];
        Parallel.Invoke(
            context.ParallelOptions,
            () => rules[0] = InflectionCounter.Count(source, corpus.TargetVocabulary, options, context.Cancellation),
            () => rules[1] = InflectionCounter.Count(target, corpus.SourceVocabulary, options, context.Cancellation));
        return new InflectionModel(rules[0], rules[1]);
    }
}
