using Aligner.Tokenization.Pieces;

namespace Aligner.Tokenization.Tests.Pieces;

public class PieceConventionTests
{
    [Theory]
    [InlineData("sentencepiece", "▁the ▁hou se s ▁ .", " the houses .", " the| hou|se|s| |.")]
    [InlineData("sentencepiece", "▁of▁the ▁man", " of the man", " of the| man")]
    [InlineData("subword-nmt", "the hou@@ se@@ s @@ .", "the houses @@ .", "the|hou|se|s|@@|.")]
    [InlineData("subword-nmt", "end@@", "end", "end")]
    [InlineData("wordpiece", "the hou ##se ##s ## .", "the houses ## .", "the|hou|se|s|##|.")]
    [InlineData("opennmt", "hou￭ ses ￭, l'￭ été ￭-￭ a ￭", "houses, l'été-a", "hou|ses|,|l'|été|-|a|")]
    [InlineData("end-of-word", "the</w> hou se s</w> .</w>", "the houses .", "the|hou|se|s|.")]
    public void Pieces_spell_words(string convention, string line, string text, string pieces)
    {
        SpelledLine spelled = PieceConventions.Get(convention)!.Spell(line);

        spelled.Text.ShouldBe(text);
        string.Join('|', spelled.Pieces.Select(piece => spelled.Text.Substring(piece.Start, piece.Length)))
            .ShouldBe(pieces);
        string.Join(' ', spelled.Places.Select(place => line.Substring(place.Start, place.Length))).ShouldBe(line);
    }

    [Fact]
    public void An_empty_line_spells_nothing()
    {
        foreach (PieceConvention convention in PieceConventions.All)
        {
            convention.Spell(" \t").ShouldSatisfyAllConditions(
                spelled => spelled.Text.ShouldBeEmpty(), spelled => spelled.Pieces.ShouldBeEmpty());
        }
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() =>
        Should.Throw<ArgumentException>(() => PieceConventions.Get("bpe")).Message
            .ShouldContain("auto, none, sentencepiece, subword-nmt, wordpiece, opennmt, end-of-word");
}
