using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class TokenizersTests
{
    [Theory]
    [InlineData("none", "Don't stop.")]
    [InlineData("unicode", "Don't stop .")]
    [InlineData("char", "D o n ' t s t o p .")]
    public void Tokenizers_are_found_by_name(string name, string expected)
    {
        ITokenizer tokenizer = Tokenizers.Get(name);

        tokenizer.Name.ShouldBe(name);
        string.Join(' ', tokenizer.Split("Don't stop.")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("moses")]
    [InlineData("None")]
    [InlineData("")]
    public void An_unknown_name_is_answered_with_the_known_ones(string name) =>
        Should.Throw<ArgumentException>(() => Tokenizers.Get(name)).Message
            .ShouldStartWith($"unknown tokenizer '{name}': choose from none, unicode, char");
}
