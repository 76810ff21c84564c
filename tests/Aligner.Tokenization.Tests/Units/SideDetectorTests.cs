using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Units;

public class SideDetectorTests
{
    [Theory]
    [InlineData("He said , \" go home . \"")]
    [InlineData("it 's a U.S. company , isn't it ?")]
    [InlineData("no punctuation at all")]
    [InlineData("Mr. Smith went to the U.S.")]
    [InlineData("")]
    [InlineData("l' homme qu' il aime")]
    [InlineData("Voulez-vous venir ?")]
    [InlineData("我们 去 北京 。")]
    [InlineData("วัน นี้ อากาศ ดี มาก")]
    [InlineData("בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים הָאָֽרֶץ׃")]
    [InlineData("## a @ b # 100 %")]
    public void Tokenized_text_is_left_as_it_is(string line)
    {
        SideLayout layout = Detect(line);

        layout.IsPlain.ShouldBeTrue();
        layout.Kind.ShouldBe(TextKind.Tokenized);
    }

    [Theory]
    [InlineData("Hello, world")]
    [InlineData("It is raining.")]
    [InlineData("He said: \"Go home.\"")]
    [InlineData("Was ist das?")]
    [InlineData("« Bonjour », dit-il. Voulez-vous venir ?")]
    [InlineData("¿Qué tal?")]
    [InlineData("यह एक वाक्य है।")]
    [InlineData("هذه جملة، أليس كذلك؟")]
    [InlineData("나는 학교에 갔다.")]
    public void Raw_text_is_split_inside_and_counted_in_words(string line)
    {
        SideLayout layout = Detect(line);

        layout.Kind.ShouldBe(TextKind.Raw);
        (layout.Tokenizer.Name, layout.Units).ShouldBe(("raw", LinkUnits.Words));
    }

    [Theory]
    [InlineData("今天天气很好，我们去公园玩。")]
    [InlineData("你好。")]
    [InlineData("私は昨日東京で友達に会いました")]
    [InlineData("วันนี้อากาศดีมาก เราไปสวนสาธารณะ")]
    [InlineData("▁今天天气 很好 ， 我们 去 公园 玩 。")]
    public void Scripts_without_blanks_are_split_to_words(string line)
    {
        SideLayout layout = Detect(line);

        layout.Kind.ShouldBe(TextKind.WithoutBlanks);
        (layout.Tokenizer.Name, layout.Units).ShouldBe(("icu", LinkUnits.Tokens));
    }

    [Theory]
    [InlineData("▁the ▁hou se ▁.", "sentencepiece", TextKind.Tokenized)]
    [InlineData("▁The ▁hou se .", "sentencepiece", TextKind.Raw)]
    [InlineData("the hou@@ se .", "subword-nmt", TextKind.Tokenized)]
    [InlineData("the hou ##se .", "wordpiece", TextKind.Tokenized)]
    [InlineData("The hou￭ se ￭.", "opennmt", TextKind.Raw)]
    [InlineData("the</w> hou se</w> .</w>", "end-of-word", TextKind.Tokenized)]
    public void Pieces_are_recognized_and_counted(string line, string convention, TextKind kind)
    {
        SideLayout layout = Detect(line);

        layout.Pieces!.Name.ShouldBe(convention);
        (layout.Kind, layout.Units).ShouldBe((kind, LinkUnits.Tokens));
    }

    [Fact]
    public void The_most_lines_decide()
    {
        Detect("Hello , world .", "Hello, world.", "", "He came , saw , won .").Kind.ShouldBe(TextKind.Tokenized);
        Detect("Hello, world.", "Hello , world", "He came, saw, won.").Kind.ShouldBe(TextKind.Raw);
    }

    [Fact]
    public void What_is_asked_for_is_not_looked_for()
    {
        SideDetector named = new("unicode", new UnitOptions());
        SideDetector words = new("auto", new UnitOptions { Units = LinkUnits.Words, Subwords = "none" });
        words.Add("▁a ▁b");

        named.NeedsLines.ShouldBeFalse();
        named.Decide().ShouldBe(
            new SideLayout(null, Tokenizers.Entry("unicode"), null, LinkUnits.Tokens));
        words.Decide().Pieces.ShouldBeNull();
        words.Decide().Units.ShouldBe(LinkUnits.Words);
    }

    private static SideLayout Detect(params string[] lines)
    {
        SideDetector detector = new(Tokenizers.Auto, new UnitOptions());
        foreach (string line in lines)
        {
            detector.Add(line);
        }

        return detector.Decide();
    }
}
