using Aligner.Core;
using Aligner.Statistical.StemLexicons;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Tests.StemLexicons;

public class StemLexiconFormatTests
{
    private const string Buckets = "stems/buckets", Fingerprints = "stems/fingerprints", Exponents = "stems/exponents";

    [Fact]
    public void A_lexicon_is_read_as_it_was_written()
    {
        StemLexiconBuilder builder = new();
        builder.Add("x-y", Enumerable.Range(0, 999).Select(k => Linked.Pair($"{k}e", $"{k}f")));
        StemLexicon lexicon = builder.Build(int.MaxValue);
        using MemoryStream stream = new();
        StemLexiconFormat.Write(stream, lexicon);
        stream.Position = 0;

        StemLexicon copy = StemLexiconFormat.Read(stream, "lexicon");

        copy.Count.ShouldBe(lexicon.Count);
        copy.Languages.ShouldBe(["x-y"]);
        copy.BucketSizes.ToArray().ShouldBe(lexicon.BucketSizes.ToArray());
        copy.Fingerprints.ToArray().ShouldBe(lexicon.Fingerprints.ToArray());
        copy.Exponents.ToArray().ShouldBe(lexicon.Exponents.ToArray());
        copy.CountOf(0, "7e", "7f").ShouldBe(1);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2 }, 3, 2, true)]
    [InlineData(new byte[] { 3 }, 3, 2, true)]
    [InlineData(new byte[] { 1, 1 }, 3, 2, false)] // too few for the fingerprints
    [InlineData(new byte[] { 1, 1, 1 }, 3, 2, false)] // no power of two
    [InlineData(new byte[] { }, 0, 0, false)]
    [InlineData(new byte[] { 1, 2 }, 3, 1, false)] // a count is missing
    public void Parts_that_do_not_fit_together_are_refused(
        byte[] buckets, int fingerprints, int exponents, bool fits)
    {
        SectionWriter sections = new();
        sections.Add<byte>("stems/languages", "x-y"u8.ToArray());
        sections.Add<byte>(Buckets, buckets);
        sections.Add<ushort>(Fingerprints, new ushort[fingerprints]);
        sections.Add<byte>(Exponents, new byte[exponents]);
        using MemoryStream stream = new();
        ModelFile.Write(stream, sections);
        stream.Position = 0;

        Func<StemLexicon> read = () => StemLexiconFormat.Read(stream, "lexicon");

        if (fits)
        {
            read().Count.ShouldBe(fingerprints);
        }
        else
        {
            Should.Throw<DataException>(read).Message
                .ShouldBe("lexicon: the model has stems that do not fit together");
        }
    }

    [Fact]
    public void Other_files_are_refused() => Should.Throw<DataException>(
        () => StemLexiconFormat.Read(new MemoryStream("no lexicon, but long enough"u8.ToArray()), "x"))
        .Message.ShouldBe("x: not a model of this tool");
}
