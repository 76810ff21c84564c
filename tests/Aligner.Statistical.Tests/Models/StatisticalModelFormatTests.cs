using Aligner.Statistical.Models;
using Aligner.Tokenization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Models;

public class StatisticalModelFormatTests
{
    [Fact]
    public void A_model_remembers_how_text_becomes_words()
    {
        TextOptions text = new()
        {
            SourceTokenizer = "unicode",
            Normalization = new NormalizationOptions { Lowercase = true, Form = UnicodeForm.Nfc, StemLength = 5 },
        };
        StatisticalModel model = Samples.Train("ibm1", Bitexts.Reader("Ein Häuschen! ||| a Cottage !"), text).Model;

        StatisticalModel copy = StatisticalModelFormat.Read(new MemoryStream(ModelDamageTests.Save(model)), "model");

        copy.Text.ShouldBe(text);
        copy.MaxLength.ShouldBe(model.MaxLength);
        copy.Method.ShouldBeSameAs(model.Method);
        copy.SourceVocabulary.Words.ShouldBe(["ein", "häusc", "!"]);
        copy.TargetVocabulary.Words.ShouldBe(["a", "cotta", "!"]);
    }
}
