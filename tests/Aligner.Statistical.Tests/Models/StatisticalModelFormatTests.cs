using System.Text;
using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Statistical.Models;
using Aligner.Statistical.Storage;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Models;

public class StatisticalModelFormatTests
{
    private static readonly byte[] Model =
        ModelDamageTests.Save(
            Samples.Train("statistical", Bitexts.Reader([.. Bitexts.Textbook, "Bälle ||| balls"])).Model);

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
        copy.SourceFrequencies.Counts.ShouldBe([1, 1, 1]);
        copy.TargetFrequencies.Counts.ShouldBe(model.TargetFrequencies.Counts);
    }

    /// <summary>Files of models without an encoder stay as they were.</summary>
    [Fact]
    public void A_model_names_its_encoder()
    {
        StatisticalModel model = Samples.Train("ibm1", Bitexts.Reader("a ||| b")).Model;
        ModelEncoder encoder = new("/models/mine", "c0ffee", "deu-eng");
        byte[] bytes = ModelDamageTests.Save(model with { Encoder = encoder });
        StatisticalModelFormat.Read(new MemoryStream(bytes), "model").Encoder.ShouldBe(encoder);
        byte[] without = ModelDamageTests.Save(model);
        StatisticalModelFormat.Read(new MemoryStream(without), "model").Encoder.ShouldBeNull();
        Encoding.UTF8.GetString(without).ShouldNotContain("Encoder");
    }

    public static TheoryData<string> Sections => [.. SectionsOf(Model).Select(section => section.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_that_is_missing_or_does_not_fit_the_others_is_refused(string name)
    {
        foreach (byte[]? replacement in new byte[]?[] { null, [], "x"u8.ToArray(), new byte[12] })
        {
            ShouldBeRefused(name, replacement, "model: the model ");
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"MaxDistance":2}""")]
    [InlineData("""{"MaxDistance":2,"Rules":[null]}""")]
    [InlineData("""{"MaxDistance":0,"Rules":[]}""")]
    [InlineData("""{"MaxDistance":65,"Rules":[]}""")]
    [InlineData("""{"MaxDistance":2,"Rules":[{"Word":null,"IsBefore":true,"Suffix":"t","Probability":1}]}""")]
    [InlineData("""{"MaxDistance":2,"Rules":[{"Word":"a","IsBefore":true,"Suffix":"t","Probability":2}]}""")]
    public void Rules_of_inflection_that_are_broken_are_refused(string rules) => ShouldBeRefused(
        "source/inflections",
        Encoding.UTF8.GetBytes(rules),
        "model: the model has broken rules in 'source/inflections'");

    [Theory]
    [InlineData("null", "does not say rightly what it is")]
    [InlineData("[null]", "does not say what it is")]
    [InlineData("""[{"StemLength":-1}]""", "does not say rightly what it is")]
    [InlineData("""[{"Form":7}]""", "does not say rightly what it is")]
    [InlineData("[]", "has words that do not fit its lexicons")] // fewer than the lexicons have tables
    [InlineData("""[{"StemLength":5},{"StemLength":1}]""", "has words that do not fit its lexicons")] // fewer values
    public void Spellings_that_are_broken_or_do_not_fit_the_lexicons_are_refused(string spellings, string message)
    {
        ShouldRefuseAbout(about => about["Spellings"] = JsonNode.Parse(spellings), message);
        ShouldRefuseAbout(about => about.Remove("Spellings"), "does not say rightly what it is");
    }

    [Theory]
    [InlineData("SourceTokenizer")]
    [InlineData("Normalization")]
    public void A_model_that_does_not_say_how_lines_become_words_is_refused(string property) =>
        ShouldRefuseAbout(about => about["Text"]!.AsObject().Remove(property), "does not say rightly what it is");

    [Theory]
    [InlineData(0)]
    [InlineData(32_768)]
    public void A_model_of_sentences_that_cannot_be_is_refused(int maxLength) =>
        ShouldRefuseAbout(about => about["MaxLength"] = maxLength, "does not say rightly what it is");

    [Fact]
    public void Words_that_come_twice_or_are_no_text_are_refused()
    {
        byte[] words = SectionsOf(Model).Single(section => section.Name == "source/words").Content;
        string[] twice = Encoding.UTF8.GetString(words).Split('\n');
        twice[1] = twice[0];
        ShouldBeRefused(
            "source/words", Encoding.UTF8.GetBytes(string.Join('\n', twice)), "model: the model has a word twice");
        ShouldBeRefused("source/words", [.. words[..^1], 0xFF], "model: the model has words in 'source/words' that");
    }

    [Theory]
    [InlineData("forward/lexicon/0/probabilities", float.NaN)]
    [InlineData("forward/lexicon/0/null", -1)]
    [InlineData("reverse/lexicon/1/totals", float.PositiveInfinity)]
    [InlineData("reverse/lexicon/0/floor", 0)]
    [InlineData("forward/lexicon/0/floor", 1e-38f)]
    [InlineData("forward/hmm", 0)] // the share of the uniform distribution
    [InlineData("forward/hmm/jumps", float.NaN)]
    [InlineData("reverse/hmm/starts", -1)]
    public void Numbers_that_no_model_has_are_refused(string section, float number)
    {
        byte[] content = SectionsOf(Model).Single(item => item.Name == section).Content;
        byte[] changed = [.. BitConverter.GetBytes(number), .. content[sizeof(float)..]];
        ShouldBeRefused(section, changed, "model: the model has");
    }

    /// <param name="change">What happens to what the model says that it is.</param>
    /// <param name="message">How the message goes on after the model's name.</param>
    private static void ShouldRefuseAbout(Action<JsonObject> change, string message)
    {
        JsonObject about = JsonNode.Parse(SectionsOf(Model).Single(section => section.Name == "about").Content)!
            .AsObject();
        change(about);
        ShouldBeRefused("about", Encoding.UTF8.GetBytes(about.ToJsonString()), $"model: the model {message}");
    }

    /// <param name="name">The section that is replaced.</param>
    /// <param name="replacement">Its new content; null leaves it out.</param>
    /// <param name="message">How the message begins.</param>
    private static void ShouldBeRefused(string name, byte[]? replacement, string message)
    {
        SectionWriter changed = new();
        foreach ((string section, byte[] content) in SectionsOf(Model))
        {
            if (section != name)
            {
                changed.Add<byte>(section, content);
            }
            else if (replacement is not null)
            {
                changed.Add<byte>(section, replacement);
            }
        }

        using MemoryStream stream = new();
        ModelFile.Write(stream, changed);
        stream.Position = 0;

        Should.Throw<DataException>(() => StatisticalModelFormat.Read(stream, "model")).Message
            .ShouldStartWith(message);
    }

    /// <summary>The directory of a model file, parsed by its documentation.</summary>
    private static IEnumerable<(string Name, byte[] Content)> SectionsOf(byte[] file)
    {
        int position = 24;
        for (int section = 0; section < BitConverter.ToInt32(file, 12); section++)
        {
            int offset = (int)BitConverter.ToInt64(file, position);
            int length = (int)BitConverter.ToInt64(file, position + 8);
            int nameLength = BitConverter.ToInt32(file, position + 20);
            yield return (Encoding.UTF8.GetString(file, position + 24, nameLength), file[offset..(offset + length)]);
            position += 24 + nameLength;
        }
    }
}
