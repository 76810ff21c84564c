using System.Text;
using Aligner.Applications.Lexicons;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Applications.Tests.Lexicons;

public class LemmaFileTests
{
    [Fact]
    public void The_first_lemma_of_a_word_counts() =>
        Read("houses\thouse\r\n\nhouses\tother\n").ShouldBe(new Dictionary<string, string> { ["houses"] = "house" });

    [Theory]
    [InlineData("houses")]
    [InlineData("houses\t")]
    [InlineData("a\tb\tc")]
    public void A_line_of_another_form_is_an_error(string line) =>
        Should.Throw<DataException>(() => Read($"a\tb\n{line}\n")).Message.ShouldStartWith("lemmas:2: ");

    private static IReadOnlyDictionary<string, string> Read(string text)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "lemmas");
        return LemmaFile.Read(reader);
    }
}
