using System.Text;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Corpora;

public class SkippedPairsTests
{
    private static readonly string[] Lines =
    [
        "a ||| b", "a b ||| ", "", " \t", "broken", "c\td", "1\tc\td\te", "1\ta", "2\tb", "\xFF ||| x", "e\r ||| f\r",
        "a ||| b ||| c",
    ];

    [Fact]
    public void What_follows_pairs_that_are_passed_over_is_read_as_in_the_whole()
    {
        Gen<(string Text, int Skipped, int Kind)> cases =
            from lines in Gen.Elements(Lines).ArrayOf()
            from end in Gen.Elements("\n", "\r\n")
            from last in Gen.Elements("", end)
            from skipped in Gen.Choose(0, lines.Length + 1)
            from kind in Gen.Choose(0, 3)
            select (string.Join(end, lines) + last, skipped, kind);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string[] whole = [.. ReadAll(Open(c.Text, c.Kind))];
            BitextReader reader = Open(c.Text, c.Kind);
            int passed = Enumerable.Range(0, c.Skipped).Count(_ => reader.Skip());
            return passed == Math.Min(c.Skipped, whole.Length)
                && ReadAll(reader).SequenceEqual(whole.Skip(passed))
                && Open(c.Text, c.Kind).SkipAll() == whole.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3));
    }

    [Fact]
    public void Numbers_of_sentences_are_recognized_before_the_pairs_that_are_read()
    {
        using SplitBitextReader reader = new(Open("7\ta\n8\tb\n9\tc\n"), Open("7\tx\n8\ty\n9\tz\n"));
        reader.Skip().ShouldBeTrue();
        reader.Skip().ShouldBeTrue();
        reader.Read().ShouldBe(new SentencePair(3, "c", "z"));
        reader.Skip().ShouldBeFalse();
    }

    [Theory]
    [InlineData("a\nb\nc\n", "x\ny\n")]
    [InlineData("a\n", "x\ny\nz\n")]
    public void Files_of_different_length_cannot_be_passed_over(string source, string target)
    {
        using SplitBitextReader reader = new(Open(source), Open(target));
        Should.Throw<DataException>(() => reader.SkipAll()).Message.ShouldContain("lines");
    }

    private static LineReader Open(string latin1) =>
        new(new MemoryStream(Encoding.Latin1.GetBytes(latin1)), "name");

    private static BitextReader Open(string text, int kind) => kind switch
    {
        0 => new JointBitextReader(Open(text)),
        1 => new ColumnBitextReader(Open(text), 1, 2),
        2 => new SplitBitextReader(Open(text), Open(text)),
        _ => new SkippingBitextReader(new JointBitextReader(Open(text)), _ => { }),
    };

    /// <summary>The pairs with their lines, and the messages of those that are broken.</summary>
    private static IEnumerable<string> ReadAll(BitextReader reader)
    {
        using (reader)
        {
            while (true)
            {
                string? item;
                try
                {
                    item = reader.Read()?.ToString();
                }
                catch (BrokenLineException exception)
                {
                    item = exception.Message;
                }

                if (item is null)
                {
                    yield break;
                }

                yield return item;
            }
        }
    }
}
