using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The entry of its pair of word classes for each word pair of a <see cref="CooccurrenceIndex"/>, so that counts of
/// classes can be kept in addition to those of words.
/// </summary>
internal sealed class LexicalBackoff
{
    private LexicalBackoff(
        WordFactor source,
        WordFactor target,
        int[] classEntries,
        int count,
        float[] sourceShares,
        float[] targetShares)
    {
        Source = source;
        Target = target;
        ClassEntries = classEntries;
        ClassEntryCount = count;
        SourceShares = sourceShares;
        TargetShares = targetShares;
    }

    private delegate ReadOnlySpan<int> Sentences(int pair);

    public WordFactor Source { get; }

    public WordFactor Target { get; }

    /// <summary>The class entry of each entry; pruned word pairs have <see cref="CooccurrenceIndex.Pruned"/>.</summary>
    public int[] ClassEntries { get; }

    /// <summary>The number of class entries.</summary>
    public int ClassEntryCount { get; }

    /// <summary>p(e | class of e): the share of each source word in the tokens of its class.</summary>
    public float[] SourceShares { get; }

    /// <summary>p(f | class of f): the share of each target word in the tokens of its class.</summary>
    public float[] TargetShares { get; }

    public static LexicalBackoff Build(CooccurrenceIndex index, WordFactor source, WordFactor target)
    {
        ParallelCorpus corpus = index.Corpus;
        int[] classEntries = new int[index.EntryCount];
        int count = NumberClassPairs(index, source, target, classEntries);
        return new LexicalBackoff(
            source,
            target,
            classEntries,
            count,
            Shares(source, corpus.Count, corpus.Source),
            Shares(target, corpus.Count, corpus.Target));
    }

    private static int NumberClassPairs(
        CooccurrenceIndex index, WordFactor source, WordFactor target, int[] classEntries)
    {
        int[] words = new int[source.WordCount];
        for (int word = 0; word < words.Length; word++)
        {
            words[word] = word;
        }

        Array.Sort(Array.ConvertAll(words, source.Of), words);
        int[] firstOfClass = new int[target.Values.Count];
        int count = CooccurrenceIndex.Pruned + 1;
        int first = count;
        for (int k = 0; k < words.Length; k++)
        {
            int word = words[k];
            if (k > 0 && source.Of(word) != source.Of(words[k - 1]))
            {
                first = count;
            }

            for (int entry = index.RowStarts[word]; entry < index.RowStarts[word + 1]; entry++)
            {
                ref int number = ref firstOfClass[target.Of(index.Columns[entry])];
                if (number < first)
                {
                    number = count++;
                }

                classEntries[entry] = number;
            }
        }

        return count;
    }

    private static float[] Shares(WordFactor classes, int pairs, Sentences sentences)
    {
        int[] ofWord = new int[classes.WordCount];
        int[] ofClass = new int[classes.Values.Count];
        for (int pair = 0; pair < pairs; pair++)
        {
            foreach (int word in sentences(pair))
            {
                ofWord[word]++;
                ofClass[classes.Of(word)]++;
            }
        }

        float[] shares = new float[ofWord.Length];
        for (int word = 0; word < shares.Length; word++)
        {
            shares[word] = ofWord[word] / (float)Math.Max(1, ofClass[classes.Of(word)]);
        }

        return shares;
    }
}
