using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Formats;

public class FormatRoundTripTests
{
    private static readonly string[] Words = ["a", "日", "({", "})", "NULL", "|||", "\"\\", "1"];

    [Theory]
    [InlineData("pharaoh", true, true, false, false)]
    [InlineData("giza", false, false, true, true)]
    [InlineData("naacl", true, true, false, false)]
    [InlineData("talp", true, false, false, false)]
    [InlineData("blinker", false, false, false, false)]
    [InlineData("jsonl", true, true, true, true)]
    [InlineData("opustrainer", false, false, true, false)]
    [InlineData("fairseq", false, false, false, false)]
    [InlineData("gale", false, false, false, false)]
    [InlineData("giza-compact", false, false, false, false)]
    public void What_is_written_is_read_back(
        string format, bool hasPossible, bool hasProbabilities, bool hasTokens, bool hasScores)
    {
        Gen<(AnnotatedAlignment[] Alignments, FormatOptions Options)> cases =
            from alignments in Alignments(hasPossible, hasProbabilities, hasTokens, hasScores).ArrayOf()
            from swap in Gen.Elements(true, false)
            from indexBase in Gen.Elements<int?>(null, 1)
            select (alignments, new FormatOptions { Swap = swap, IndexBase = indexBase });
        Prop.ForAll(cases.ToArbitrary(), c =>
            {
                string text = FormatTester.Write(format, c.Options, c.Alignments);
                FormatTester.Read(format, text, c.Options).Select(DescribeSorted)
                    .ShouldBe(c.Alignments.Select(DescribeSorted));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(7, 11));
    }

    [Fact]
    public void Links_by_words_are_read_back_with_the_words_if_these_differ()
    {
        Gen<(AnnotatedAlignment Alignment, FormatOptions Options)> cases =
            from alignment in Alignments(false, false, true, false)
            from swap in Gen.Elements(true, false)
            select (Numbered(alignment), new FormatOptions { Swap = swap });
        Prop.ForAll(cases.ToArbitrary(), c =>
            {
                string text = FormatTester.Write("words", c.Options, c.Alignment);
                FormatTester.Read("words", text, c.Options).ShouldHaveSingleItem()
                    .WithTokens(c.Alignment.Tokens!).Ordered().Describe().ShouldBe(DescribeSorted(c.Alignment));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(7, 11));
    }

    private static AnnotatedAlignment Numbered(AnnotatedAlignment alignment) => alignment with
    {
        Tokens = new TokenizedPair(
            [.. alignment.Tokens!.Source.Select((word, i) => $"{word}{i}")],
            [.. alignment.Tokens.Target.Select((word, j) => $"{word}{j}")]),
    };

    private static Gen<AnnotatedAlignment> Alignments(
        bool hasPossible, bool hasProbabilities, bool hasTokens, bool hasScores) =>
        from source in Gen.Elements(Words).NonEmptyListOf()
        from target in Gen.Elements(Words).NonEmptyListOf()
        from links in Links(source.Count, target.Count, hasPossible, hasProbabilities).ListOf()
        select new AnnotatedAlignment(
            [.. links.DistinctBy(link => link.Link)],
            hasTokens ? new TokenizedPair([.. source], [.. target]) : null,
            hasScores ? -source.Count / 4.0 : null);

    private static Gen<AnnotatedLink> Links(int sources, int targets, bool hasPossible, bool hasProbabilities) =>
        from source in Gen.Choose(0, sources - 1)
        from target in Gen.Choose(0, targets - 1)
        from isPossible in hasPossible ? Gen.Elements(true, false) : Gen.Constant(false)
        from millionths in Gen.Choose(0, 1_000_000)
        from isScored in hasProbabilities ? Gen.Elements(true, false) : Gen.Constant(false)
        select new AnnotatedLink(new Link(source, target), isPossible, isScored ? millionths / 1e6f : null);

    // JSON puts the sure links first, GIZA sorts them.
    private static string DescribeSorted(AnnotatedAlignment alignment) =>
        (alignment with { Links = [.. alignment.Links.OrderBy(link => link.Link)] }).Describe();
}
