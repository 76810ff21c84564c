using System.Text;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Formats;

public class ProbabilityFileTests
{
    [Fact]
    public void Each_line_has_the_probabilities_of_the_links_in_their_order()
    {
        AnnotatedAlignment alignment = FormatTester.Read("pharaoh", "2-1 0-0").ShouldHaveSingleItem();

        Read("0.25 1e-05\n\n").ShouldBe([[0.25f, 1e-5f], []]);
        alignment.WithProbabilities([0.25f, 0.5f]).Describe().ShouldBe("2-1:0.25 0-0:0.5");
        Should.Throw<ArgumentException>(() => alignment.WithProbabilities([0.25f]));
    }

    [Fact]
    public void What_is_not_a_probability_is_bad_data() =>
        Should.Throw<DataException>(() => Read("1\n0.5 x\n")).Message.ShouldStartWith("in:2: \"x\"");

    private static List<float[]> Read(string text)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in");
        return [.. ProbabilityFile.Read(reader)];
    }
}
