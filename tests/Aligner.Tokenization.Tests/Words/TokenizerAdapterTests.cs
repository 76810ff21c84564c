using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Tests.Words;

public class TokenizerAdapterTests
{
    [Fact]
    public void Words_are_the_tokens_of_the_tokenizer() =>
        new TokenizerAdapter(PackageTokenizers.Bpe(), "bpe").Split("haus  hause\tus")
            .ShouldBe(["haus", "haus", "e", "us"]);

    [Fact]
    public void Text_is_kept_as_it_was_before_normalizing() =>
        new TokenizerAdapter(PackageTokenizers.Bpe(new LowerCaseNormalizer()), "bpe").Split("HAUSE")
            .ShouldBe(["HAUS", "E"]);

    [Fact]
    public void What_normalizing_puts_before_a_word_is_in_no_token() =>
        new TokenizerAdapter(PackageTokenizers.Bpe(new PrefixNormalizer()), "bpe").Split("hause")
            .ShouldBe(["haus", "e"]);

    [Fact]
    public void A_word_that_normalizing_makes_shorter_stays_whole() =>
        new TokenizerAdapter(PackageTokenizers.Bpe(new ShortNormalizer()), "bpe").Split("hauseus")
            .ShouldBe(["hauseus"]);

    [Fact]
    public void Pieces_of_one_character_are_one_token() =>
        new TokenizerAdapter(PackageTokenizers.Tiktoken(), "gpt").Split("ha日us😀").ShouldBe(["ha", "日", "us", "😀"]);

    [Fact]
    public void Nothing_but_blanks_is_outside_of_the_tokens()
    {
        TokenizerAdapter tokenizer = new(PackageTokenizers.Tiktoken(), "gpt");
        Prop.ForAll(TokenizerTestText.Any, text => string.Concat(tokenizer.Split(text)) == Joined(text))
            .Check(TokenizerTestText.Seeded);

        static string Joined(string text) => string.Concat(new WhitespaceTokenizer().Split(text));
    }

    private sealed class PrefixNormalizer : Normalizer
    {
        public override string Normalize(string original) => $"s{original}";

        public override string Normalize(ReadOnlySpan<char> original) => $"s{original}";
    }

    private sealed class ShortNormalizer : Normalizer
    {
        public override string Normalize(string original) => original[..^1];

        public override string Normalize(ReadOnlySpan<char> original) => original[..^1].ToString();
    }
}
