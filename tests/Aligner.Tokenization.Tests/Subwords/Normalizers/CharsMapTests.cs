using Aligner.Tokenization.Subwords.Normalizers;

namespace Aligner.Tokenization.Tests.Subwords.Normalizers;

public class CharsMapTests
{
    private static readonly CharsMap Map = new(CharsMapBuilder.Build(
        ("ﬁ", "fi"), ("e", "E"), ("e\u0301", "é"), ("\u200B", " "), ("\u0001", ""), ("한", "ㅎ")));

    [Theory]
    [InlineData("e\u0301x", true, 2, "é")]
    [InlineData("e\u0301x", false, 1, "E")]
    [InlineData("ex", true, 1, "E")]
    [InlineData("ﬁ", true, 1, "fi")]
    [InlineData("\u0001", true, 1, "")]
    [InlineData("x", true, 0, "")]
    [InlineData("\0", true, 0, "")]
    [InlineData("", true, 0, "")]
    public void Finds_the_longest_or_shortest_entry(string text, bool longest, int length, string replacement) =>
        Map.Find(text, longest).ShouldBe((length, replacement));

    [Theory]
    [InlineData("ﬁx\u0001한", "fixㅎ", "0:1 0:1 1:2 3:4")]
    [InlineData("e\u0301e", "EE", "0:2 2:3")] // the cluster of three bytes goes for its shortest entry
    [InlineData("e\u0301\u0301\u0301", "E\u0301\u0301\u0301", "0:1 1:2 2:3 3:4")] // seven bytes: each by itself
    [InlineData("x\u200By", "x y", "0:1 1:2 2:3")]
    public void Precompiled_takes_the_shortest_entry_of_a_cluster(string text, string expected, string places)
    {
        var normalized = new PrecompiledNormalizer(Map).Run(text);

        normalized.Chars.ToString().ShouldBe(expected);
        normalized.Origins().ShouldBe(places);
    }

    [Theory]
    [InlineData(true, true, " e\u0301  ﬁ ", "▁é▁fi", "1:3 1:3 3:4 5:6 5:6")]
    [InlineData(true, false, " x", "x", "1:2")]
    [InlineData(false, true, " x", "▁▁x", "0:1 0:1 1:2")]
    [InlineData(false, false, "x  ", "x▁▁", "0:1 1:2 2:3")]
    [InlineData(true, true, "  \u200B ", "", "")]
    [InlineData(true, true, "x\u200B y", "▁x▁y", "0:1 0:1 1:2 3:4")]
    public void SentencePiece_takes_the_longest_entry(
        bool removeExtraSpaces, bool addPrefix, string text, string expected, string places)
    {
        var normalized = new SentencePieceNormalizer(Map, removeExtraSpaces, addPrefix).Run(text);

        normalized.Chars.ToString().ShouldBe(expected);
        normalized.Origins().ShouldBe(places);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0 }, "ends within its header")]
    [InlineData(new byte[] { 8, 0, 0, 0, 1, 2, 3, 4 }, "has 4 bytes, its header says 8")]
    [InlineData(new byte[] { 3, 0, 0, 0, 1, 2, 3, 4 }, "its header says 3")]
    [InlineData(new byte[] { 4, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0 }, "not UTF-8")]
    public void A_damaged_map_is_refused(byte[] bytes, string message) =>
        Should.Throw<FormatException>(() => new CharsMap(bytes)).Message.ShouldContain(message);
}
