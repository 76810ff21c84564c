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
    [InlineData("Press <b>F1</b>, then {0}.", "Press <b>F1</b> , then {0} .")]
    [InlineData("Mail a@x.org, see (https://x.org/a?b=1): [1]", "Mail a@x.org , see ( https://x.org/a?b=1 ) : [1]")]
    [InlineData("It's 5% of $7, %1$s isn't.", "It 's 5 % of $ 7 , %1$s is n't .")]
    [InlineData("", "")]
    public void Punctuation_and_clitics_are_tokens(string text, string expected) =>
        string.Join(' ', new RawTokenizer().Split(text)).ShouldBe(expected);
}
