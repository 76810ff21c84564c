using System.Text;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;

namespace Aligner.Statistical.Tests.PriorSources;

public class DictionaryFormatTests
{
    [Fact]
    public void Entries_count_once_or_their_weight_shared_by_their_word_pairs() =>
        Read("house\tmaison\n\nred wine\tvin rouge\t2\n").Words.ShouldBe(
        [
            new("house", "maison", 1),
            new("red", "vin", 0.5),
            new("red", "rouge", 0.5),
            new("wine", "vin", 0.5),
            new("wine", "rouge", 0.5),
        ]);

    [Fact]
    public void Single_words_may_have_blanks_between_them_as_in_MUSE() =>
        Read("house maison\nwine  vin\n").Words.ShouldBe([new("house", "maison", 1), new("wine", "vin", 1)]);

    [Fact]
    public void The_tables_of_Moses_are_read_without_their_null_word() => Read(
        "house maison 0.8000000\nNULL maison 0.1\nhouse NULL 0.1\n").Words.ShouldBe([new("house", "maison", 0.8)]);

    /// <summary>e^−0.6931 is a half, e^0 is 1.</summary>
    [Fact]
    public void The_tables_of_fast_align_hold_logarithms()
    {
        IReadOnlyList<WordPairPrior> words =
            Read("<eps>\tvin\t-1\nhouse\tmaison\t-0.6931472\nwine\tvin\t-0\n").Words;
        words.Select(pair => pair.Source).ShouldBe(["house", "wine"]);
        words.Select(pair => pair.Count).ShouldBe([0.5, 1], 1e-6);
    }

    [Theory]
    [InlineData("house", "d:1: 'house' is not source, tab, target and perhaps tab and weight")]
    [InlineData("a\tb\t1\t2", "d:1: 'a\tb\t1\t2' is not source, tab, target and perhaps tab and weight")]
    [InlineData("a\tb\tten", "d:1: 'ten' is not a count")]
    [InlineData("a\tb\t1\nc\td\t-1", "d:2: '-1' is not a count")]
    public void Broken_lines_are_named(string line, string message) =>
        Should.Throw<DataException>(() => Read(line)).Message.ShouldBe(message);

    private static AlignmentPriors Read(string text)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "d");
        return DictionaryFormat.Read(reader);
    }
}
