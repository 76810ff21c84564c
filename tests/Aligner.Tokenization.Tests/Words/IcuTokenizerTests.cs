using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class IcuTokenizerTests
{
    [Theory]
    [InlineData("我们去北京。", "我们 去 北京 。")]
    [InlineData("東京で友達に会う。", "東京 で 友達 に 会う 。")]
    [InlineData("วันนี้อากาศดีมาก", "วัน นี้ อากาศ ดี มาก")]
    [InlineData("ຂ້ອຍຮັກພາສາລາວ", "ຂ້ອຍ ຮັກ ພາສາ ລາວ")]
    [InlineData("ខ្ញុំស្រឡាញ់អ្នក", "ខ្ញុំ ស្រឡាញ់ អ្នក")]
    [InlineData("ခင်ဗျားဘယ်သွားမလဲ", "ခင်ဗျား ဘယ် သွား မ လဲ")]
    [InlineData("我用 Python 3.5，你呢？", "我 用 Python 3.5 ， 你 呢 ？")]
    public void Characters_are_joined_to_words(string text, string expected)
    {
        Assert.SkipUnless(IcuTokenizer.IsAvailable, "this system has no ICU library");

        string.Join(' ', new IcuTokenizer().Split(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Don't stop, U.S. 3.5 мир")]
    [InlineData("")]
    [InlineData("我")]
    public void Other_text_is_split_as_by_unicode(string text) =>
        new IcuTokenizer().Split(text).ShouldBe(new UnicodeTokenizer().Split(text));
}
