using System.Text;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Normalizers;

public class UnicodeNormalizerTests
{
    private static readonly Gen<string> Letters = Gen.Elements(
        "a", "é", "e", "\u0301", "\u0323", "\u1100", "\u1161", "\u11A8", "가", "ㄱ", "ㅏ", "ㄳ", "ﾡ", "ￂ", "ｶ", "ﾞ", "゛",
        "ﬁ", "①", "㉠", "㉮", "\u0344", "क", "\u093C", "ำ", "\u200D", "𝔸", "\r", "\n", "\u1B05", "\u1B35", "Å");

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    [InlineData(NormalizationForm.FormKC)]
    [InlineData(NormalizationForm.FormKD)]
    public void Equals_normalizing_the_whole_text(NormalizationForm form) =>
        Prop.ForAll(
            Letters.ListOf().Select(string.Concat).ToArbitrary(),
            text => new UnicodeNormalizer(form).Run(text).Chars.ToString() == text.Normalize(form))
            .Check(TokenizerTestText.Seeded);

    [Fact]
    public void Places_are_those_of_clusters() =>
        new UnicodeNormalizer(NormalizationForm.FormKC).Run("xe\u0301ㄱㅏﬁ").Origins()
            .ShouldBe("0:1 1:3 3:5 5:6 5:6");
}
