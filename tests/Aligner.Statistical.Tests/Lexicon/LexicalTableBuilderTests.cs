using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class LexicalTableBuilderTests
{
    private const float Floor = 0.3f;

    [Fact]
    public void Look_up_gives_the_trained_value_of_each_word_pair() => Bitexts.Small.Check(pairs =>
    {
        CooccurrenceIndex index = Index(pairs);
        float[] probabilities = Probabilities(index);
        Dictionary<(int, int), float> trained = Trained(index, probabilities);

        LexicalTable table = LexicalTableBuilder.Build(
            index, probabilities, new float[index.Corpus.TargetVocabulary.Count], Floor, new float[index.RowCount]);

        ForAllWords(index.Corpus, (source, target) =>
            table[source, target].ShouldBe(Math.Max(Floor, trained.GetValueOrDefault((source, target)))));
    });

    [Fact]
    public void The_transposed_table_has_the_same_values_by_target_word() => Bitexts.Small.Check(pairs =>
    {
        CooccurrenceIndex index = Index(pairs);
        float[] probabilities = Probabilities(index);
        Dictionary<(int, int), float> trained = Trained(index, probabilities);

        LexicalTable table = LexicalTableBuilder.BuildTransposed(
            index,
            probabilities,
            new float[index.Corpus.SourceVocabulary.Count],
            Floor,
            new float[index.Corpus.TargetVocabulary.Count]);

        ForAllWords(index.Corpus, (source, target) =>
            table[target, source].ShouldBe(Math.Max(Floor, trained.GetValueOrDefault((source, target)))));
    });

    private static CooccurrenceIndex Index(string[] pairs) => CooccurrenceIndexBuilder.Build(
        Bitexts.Corpus(pairs), [], long.MaxValue, new ParallelOptions { MaxDegreeOfParallelism = 1 });

    /// <summary>A different value from 0 to 1 for each entry, some below the floor.</summary>
    private static float[] Probabilities(CooccurrenceIndex index) =>
        [.. Enumerable.Range(0, index.EntryCount).Select(entry => entry * 7 % 17 / 17f)];

    private static Dictionary<(int, int), float> Trained(CooccurrenceIndex index, float[] probabilities)
    {
        Dictionary<(int, int), float> trained = [];
        for (int source = 0; source < index.Corpus.SourceVocabulary.Count; source++)
        {
            for (int entry = index.RowStarts[source]; entry < index.RowStarts[source + 1]; entry++)
            {
                trained.Add((source, index.Columns[entry]), probabilities[entry]);
            }
        }

        return trained;
    }

    private static void ForAllWords(ParallelCorpus corpus, Action<int, int> assertion)
    {
        for (int source = 0; source < corpus.SourceVocabulary.Count; source++)
        {
            for (int target = 0; target < corpus.TargetVocabulary.Count; target++)
            {
                assertion(source, target);
            }
        }
    }
}
