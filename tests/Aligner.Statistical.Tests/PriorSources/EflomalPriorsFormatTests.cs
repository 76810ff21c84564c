using System.Text;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;

namespace Aligner.Statistical.Tests.PriorSources;

public class EflomalPriorsFormatTests
{
    [Fact]
    public void Lines_are_read_by_their_tags()
    {
        AlignmentPriors priors = Read(
            "LEX\thouse\tmaison\t2.5\n\nHMMF\t-1\t3\nHMMF\t-1\t1\nHMMR\t2\t0.5\nFERF\thouse\t1\t4\nFERR\tmaison\t0\t1\n"
            + "LEX\t<NULL>\tde\t7\n");

        priors.Words.ShouldBe([new WordPairPrior("house", "maison", 2.5)]);
        priors.ForwardJumps.ShouldBe([new KeyValuePair<int, double>(-1, 4)]);
        priors.ReverseJumps.ShouldBe([new KeyValuePair<int, double>(2, 0.5)]);
    }

    [Theory]
    [InlineData("LEX\ta\tb", "p:2: 'LEX\ta\tb' is no line of eflomal's priors")]
    [InlineData("LEX\ta\tb\tmany", "p:2: 'many' is not a count")]
    [InlineData("LEX\ta\tb\t0,5", "p:2: '0,5' is not a count")]
    [InlineData("LEX\ta\tb\t-1", "p:2: '-1' is not a count")]
    [InlineData("LEX\ta\tb\tNaN", "p:2: 'NaN' is not a count")]
    [InlineData("LEX\ta\tb\t1e300", "p:2: '1e300' is not a count")]
    [InlineData("HMMF\t1.5\t1", "p:2: '1.5' is not a whole number")]
    [InlineData("FERF\ta\tx\t1", "p:2: 'x' is not a whole number")]
    [InlineData("FOO\ta", "p:2: 'FOO\ta' is no line of eflomal's priors")]
    public void Broken_lines_are_named(string line, string message) =>
        Should.Throw<DataException>(() => Read($"LEX\ta\tb\t1\n{line}\n")).Message.ShouldBe(message);

    [Fact]
    public void What_is_written_is_read_again_but_for_what_counts_nothing()
    {
        AlignmentPriors priors = new(
            [new("a", "x", 0.5), new("b", "y", 1234.5678), new("c", "z", 0.001)],
            new Dictionary<int, double> { [-3] = 0.25, [4] = 0 },
            new Dictionary<int, double> { [0] = 7 });
        using TempFolder folder = new();
        using (TextOutput output = TextOutput.Create(folder.Path("p"), overwrite: false))
        {
            EflomalPriorsFormat.Write(output, priors);
            output.Commit();
        }

        string text = File.ReadAllText(folder.Path("p"));
        text.ShouldBe("LEX\ta\tx\t0.5\nLEX\tb\ty\t1234.5678\nHMMF\t-3\t0.25\nHMMR\t0\t7\n");
        Read(text).Words.ShouldBe(priors.Words.Take(2));
    }

    private static AlignmentPriors Read(string text)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "p");
        return EflomalPriorsFormat.Read(reader);
    }
}
