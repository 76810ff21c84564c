using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class RawTokenizerTests
{
    [Theory]
    [InlineData("He said: \"Don't go!\"", "He said : \" Do n't go ! \"")]
    [InlineData("John's, we'll, they’re, I'D", "John 's , we 'll , they ’re , I 'D")]
    [InlineData("L'homme qu'il aime, aujourd'hui", "L' homme qu' il aime , aujourd'hui")]
    [InlineData("dell'anno l’été", "dell' anno l’ été")]
    [InlineData("Rock'n'Roll, c'hoazh, o'zbek, п'ять", "Rock'n'Roll , c'hoazh , o'zbek , п'ять")]
    [InlineData("'tis the dogs' t'", "' tis the dogs ' t '")]
    [InlineData("3.5 km, U.S. 1,000", "3.5 km , U.S . 1,000")]
    [InlineData("", "")]
    public void Punctuation_and_clitics_are_tokens(string text, string expected) =>
        string.Join(' ', new RawTokenizer().Split(text)).ShouldBe(expected);
}
