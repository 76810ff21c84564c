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

    [Theory]
    [InlineData("house maison", "d:1: 'house maison' is not source, tab, target and perhaps tab and weight")]
    [InlineData("a\tb\t1\t2", "d:1: 'a\tb\t1\t2' is not source, tab, target and perhaps tab and weight")]
    [InlineData("a\tb\tten", "d:1: 'ten' is not a count")]
    public void Broken_lines_are_named(string line, string message) =>
        Should.Throw<DataException>(() => Read(line)).Message.ShouldBe(message);

    private static AlignmentPriors Read(string text)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "d");
        return DictionaryFormat.Read(reader);
    }
}
