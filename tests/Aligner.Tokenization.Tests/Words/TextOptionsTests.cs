using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class TextOptionsTests
{
    [Fact]
    public void Defaults_are_for_text_that_is_tokenized_already()
    {
        TextOptions options = new();

        options.Validate();
        (options.SourceTokenizer, options.TargetTokenizer).ShouldBe(("none", "none"));
        options.ShouldBe(new TextOptions());
    }

    [Fact]
    public void Unknown_tokenizers_and_bad_normalization_are_refused()
    {
        Should.Throw<ArgumentException>(() => new TextOptions { SourceTokenizer = "x" }.Validate());
        Should.Throw<ArgumentException>(() => new TextOptions { TargetTokenizer = "x" }.Validate());
        Should.Throw<ArgumentOutOfRangeException>(
            () => new TextOptions { Normalization = new() { StemLength = -1 } }.Validate());
    }
}
