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
    public void Word_pairs_may_come_by_target_word_and_those_at_the_floor_are_dropped()
    {
        LexicalTable table = LexicalTableBuilder.FromProbabilities(
            [(2, 0, 0.5f), (0, 0, 0.4f), (2, 1, 0.6f), (1, 2, Floor), (0, 3, 0.7f)],
            new float[4],
            Floor,
            totals: [2, 0, 5]);

        table.RowStarts.ToArray().ShouldBe([0, 2, 2, 4]);
        table.Columns.ToArray().ShouldBe([0, 3, 0, 1]);
        table.Probabilities.ToArray().ShouldBe([0.4f, 0.7f, 0.5f, 0.6f]);
        table[2, 1].ShouldBe(0.6f);
        table[1, 1].ShouldBe(Floor);
    }

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
