using System.Globalization;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Normalization;

public class WordNormalizerTests
{
    [Theory]
    [InlineData("TITLE", "title")]
    [InlineData("ÉCOLE", "école")]
    [InlineData("STRAẞE Straße", "straße straße")]
    [InlineData("𐐀", "𐐨")]
    [InlineData("ΣΑΣ", "σασ")] // simple case mapping: no final sigma
    public void Lower_case_is_that_of_no_culture(string token, string expected)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Normalize(token, new() { Lowercase = true }).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(UnicodeForm.None, "e\u0301ﬁ", "e\u0301ﬁ")]
    [InlineData(UnicodeForm.Nfc, "e\u0301ﬁ", "éﬁ")] // fails where InvariantGlobalization is set
    [InlineData(UnicodeForm.Nfkc, "e\u0301ﬁ", "éfi")]
    [InlineData(UnicodeForm.Nfkc, "Ａ①ｶﾞ", "A1ガ")]
    [InlineData(UnicodeForm.Nfc, "\u1100\u1161", "가")]
    public void Forms_are_those_of_Unicode(UnicodeForm form, string token, string expected) =>
        Normalize(token, new() { Form = form }).ShouldBe(expected);

    [Theory]
    [InlineData("alignment", 4, "alig")]
    [InlineData("the", 4, "the")]
    [InlineData("cafe\u0301s", 4, "cafe\u0301")]
    [InlineData("👩‍👩‍👧x", 1, "👩‍👩‍👧")]
    [InlineData("𠀀𠀁", 1, "𠀀")]
    [InlineData("alignment", 0, "alignment")]
    public void Stems_are_prefixes_of_text_elements(string token, int length, string expected) =>
        Normalize(token, new() { StemLength = length }).ShouldBe(expected);

    [Theory]
    [InlineData("J\u030C", "ǰ")] // the capital has no composed form
    [InlineData("ℌ", "h")] // compatibility form first: ℌ has no lower case, its form H has
    public void Lower_case_and_form_are_combined(string token, string expected) =>
        Normalize(token, new() { Lowercase = true, Form = UnicodeForm.Nfkc }).ShouldBe(expected);

    [Theory]
    [InlineData("Ésöpe\u0301", "Esope")]
    [InlineData("ὁδοῦ", "οδου")]
    [InlineData("בְּרֵאשִׁ֖ית", "בראשית")]
    [InlineData("한국", "한국")] // no marks, though it has a decomposition
    [InlineData("का", "का")] // a spacing vowel sign is no such mark
    [InlineData("\u0301", "\u0301")] // nothing would be left
    public void Marks_are_dropped(string token, string expected) =>
        Normalize(token, new() { StripMarks = true }).ShouldBe(expected);

    [Fact]
    public void Marks_go_before_lower_case() =>
        Normalize("İstanbul", new() { Lowercase = true, StripMarks = true }).ShouldBe("istanbul");

    [Fact]
    public void Lone_surrogates_and_noncharacters_are_no_error()
    {
        const string Token = "\uD800e\u0301\uFFFE";

        Normalize(Token, new() { Lowercase = true }).ShouldBe(Token);
        Normalize(Token, new() { Form = UnicodeForm.Nfc }).ShouldBe("\uFFFDé\uFFFD");
        Normalize(Token, new() { StemLength = 2 }).ShouldBe("\uD800e\u0301");
        Normalize(Token, new() { StripMarks = true }).ShouldBe("\uFFFDe\uFFFD");
    }

    [Fact]
    public void Form_comes_before_the_stem() =>
        Normalize("ﬁn", new() { Form = UnicodeForm.Nfkc, StemLength = 1 }).ShouldBe("f");

    [Theory]
    [InlineData(true, UnicodeForm.None, false, 0)]
    [InlineData(true, UnicodeForm.Nfc, false, 0)]
    [InlineData(true, UnicodeForm.Nfkc, false, 3)]
    [InlineData(false, UnicodeForm.Nfc, false, 2)]
    [InlineData(true, UnicodeForm.None, true, 3)]
    [InlineData(false, UnicodeForm.Nfkc, true, 0)]
    public void Normalizing_twice_changes_nothing_more(
        bool lowercase, UnicodeForm form, bool stripMarks, int stemLength)
    {
        WordNormalizer normalizer = new(
            new() { Lowercase = lowercase, Form = form, StripMarks = stripMarks, StemLength = stemLength });

        Prop.ForAll(TokenizerTestText.Any, text =>
        {
            string once = normalizer.Normalize(text);
            return normalizer.Normalize(once) == once;
        }).Check(TokenizerTestText.Seeded);
    }

    [Fact]
    public void Defaults_change_nothing()
    {
        WordNormalizer normalizer = new(new());

        normalizer.IsIdentity.ShouldBeTrue();
        normalizer.Normalize("E\u0301ﬁ\uD800").ShouldBe("E\u0301ﬁ\uD800");
        new WordNormalizer(new() { StemLength = 9 }).IsIdentity.ShouldBeFalse();
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new WordNormalizer(new() { StemLength = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new WordNormalizer(new() { Form = (UnicodeForm)7 }));
    }

    private static string Normalize(string token, NormalizationOptions options) =>
        new WordNormalizer(options).Normalize(token);
}
