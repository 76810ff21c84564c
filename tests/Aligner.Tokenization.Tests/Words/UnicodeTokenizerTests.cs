using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class UnicodeTokenizerTests
{
    private static readonly UnicodeTokenizer Tokenizer = new();

    [Theory]
    [InlineData("I don't, can’t.", "I don't , can’t .")] // WB6, WB7
    [InlineData("'tis the dogs' 'day'", "' tis the dogs ' ' day '")]
    [InlineData("U.S.A. and e.g. this", "U.S.A . and e.g . this")]
    [InlineData("EU:n col·lecció a·", "EU:n col·lecció a ·")]
    [InlineData("a..b a.'b", "a . . b a . ' b")] // one mark only
    [InlineData("a,b a;b a-b a/b", "a , b a ; b a - b a / b")]
    [InlineData("3.14 1,000.5 3,a a.3", "3.14 1,000.5 3 , a a . 3")] // WB11, WB12
    [InlineData("3. ,5 3..5", "3 . , 5 3 . . 5")]
    [InlineData("10:30 50% €5 -7", "10 : 30 50 % € 5 - 7")]
    [InlineData("3a b2b 1st", "3a b2b 1st")] // WB8, WB9, WB10
    [InlineData("٣٫١٤ १२३ １２", "٣٫١٤ १२३ １２")]
    [InlineData("foo_bar __x 1_000 _", "foo_bar __x 1_000 _")] // WB13a, WB13b
    [InlineData("((?!))...", "( ( ? ! ) ) . . .")]
    [InlineData("NULL <eps> ||| #", "NULL < eps > | | | #")]
    public void Words_and_numbers_stay_whole_and_punctuation_stands_alone(string text, string expected) =>
        Joined(text).ShouldBe(expected);

    [Theory]
    [InlineData("צה״ל צה\"ל", "צה״ל צה\"ל")] // gershayim: WB6, WB7; double quote: WB7b, WB7c
    [InlineData("ג' ג'ירפה", "ג' ג'ירפה")] // WB7a
    [InlineData("a\"b \"א\"", "a \" b \" א \"")]
    public void Hebrew_words_keep_their_quotes(string text, string expected) => Joined(text).ShouldBe(expected);

    [Theory]
    [InlineData("cafe\u0301s n\u0303.a", "cafe\u0301s n\u0303.a")] // WB4
    [InlineData("co\u00ADop a\u200Db نمی\u200Cخواهم", "co\u00ADop a\u200Db نمی\u200Cخواهم")]
    [InlineData("a'\u0301b !\u0301b", "a'\u0301b !\u0301 b")]
    [InlineData("हिन्दी اَلْعَرَبِيَّةُ", "हिन्दी اَلْعَرَبِيَّةُ")]
    [InlineData("\u0301a", "\u0301 a")]
    [InlineData("\u200Ea \u200F. \u200E \u200E", "\u200Ea \u200F. \u200E \u200E")]
    [InlineData("\u200E\u0301a", "\u200E\u0301 a")]
    public void Marks_and_format_characters_belong_to_a_neighbor(string text, string expected) =>
        Joined(text).ShouldBe(expected);

    [Theory]
    [InlineData("東京タワー,2024年に", "東 京 タ ワ ー , 2024 年 に")]
    [InlineData("人々か\u3099〇ｶﾞ", "人 々 か\u3099 〇 ｶﾞ")]
    [InlineData("𠀀𠀁x", "𠀀 𠀁 x")]
    [InlineData("ภาษา๑๒", "ภ า ษ า ๑๒")]
    [InlineData("ພາສາ ភាសា မြန်", "ພ າ ສ າ ភា សា မြ န်")]
    [InlineData("한국어는 ㄅㄆ ꀀꀁ", "한국어는 ㄅㄆ ꀀꀁ")] // written with spaces, or with no dictionary to ask
    public void Scripts_without_spaces_are_split_by_character(string text, string expected) =>
        Joined(text).ShouldBe(expected);

    [Theory]
    [InlineData("👩‍❤️‍👩👍🏽👍", "👩‍❤️‍👩 👍🏽 👍")] // WB3c, WB4
    [InlineData("a\u200D👩 a\u200D!", "a\u200D👩 a\u200D !")]
    [InlineData("🇫🇷🇩🇪🇮a", "🇫🇷 🇩🇪 🇮 a")] // WB15, WB16
    [InlineData("1️⃣2️⃣ #️⃣", "1️⃣2️⃣ #️⃣")] // numbers under WB8
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈")]
    [InlineData("𝔸𝔹1𐐀 𝟙𝟚", "𝔸𝔹1𐐀 𝟙𝟚")] // letters and digits beyond the BMP
    [InlineData("Ⓐⓑ ©a™", "Ⓐⓑ © a ™")]
    public void Emoji_and_astral_characters_stay_whole(string text, string expected) => Joined(text).ShouldBe(expected);

    [Theory]
    [InlineData("a\u00A0b\u3000c\u2028d\u0085e\r\nf")]
    [InlineData("\u2009a\tb\u202Fc\u200Bd\u1680e f\v")]
    public void Blanks_of_every_kind_separate(string text) => Joined(text).ShouldBe("a b c d e f");

    [Fact]
    public void Lone_surrogates_are_tokens_of_their_own()
    {
        List<TokenSpan> spans = [];

        Tokenizer.Tokenize("a\uDC00\uD83Db\uD83D", spans);

        spans.ShouldBe([new(0, 1), new(1, 1), new(2, 1), new(3, 1), new(4, 1)]);
    }

    [Fact]
    public void Spans_count_code_units()
    {
        List<TokenSpan> spans = [];

        Tokenizer.Tokenize(" 👍🏽don't日", spans);

        spans.ShouldBe([new(1, 4), new(5, 5), new(10, 1)]);
    }

    [Fact]
    public void A_long_run_of_marks_takes_linear_time() =>
        Tokenizer.Split("a" + new string('\u0301', 2_000_000) + " b").Count.ShouldBe(2);

    private static string Joined(string text) => string.Join(' ', Tokenizer.Split(text));
}
