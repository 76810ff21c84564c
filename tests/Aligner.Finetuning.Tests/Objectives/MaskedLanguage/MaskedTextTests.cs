using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Objectives.MaskedLanguage;

namespace Aligner.Finetuning.Tests.Objectives.MaskedLanguage;

public class MaskedTextTests
{
    private const int Mask = 99;

    private static readonly int[] Ids = [2, .. Enumerable.Range(10, 40), 3];
    private static readonly short[] Words = [-1, .. Enumerable.Range(0, 40).Select(word => (short)word), -1];

    [Fact]
    public void As_many_pieces_are_hidden_as_the_share_says_and_no_special_ones()
    {
        MaskedText text = Create(sentences: 50);
        text.Hidden.Count.ShouldBe(50 * 6);
        text.Hidden.GroupBy(place => place.Sentence).ShouldAllBe(places => places.Distinct().Count() == 6);
        text.Hidden.ShouldAllBe(place => place.Id == Ids[place.Piece] && place.Piece > 0 && place.Piece <= 40);
    }

    [Fact]
    public void Eight_in_ten_become_the_mask_one_another_piece_and_one_stays()
    {
        MaskedText text = Create(sentences: 1000);
        int[] seen = [.. text.Hidden.Select(place => text.Sentences[place.Sentence][place.Piece])];
        double masked = seen.Count(id => id == Mask) / 6000.0;
        double kept = seen.Zip(text.Hidden).Count(pair => pair.First == pair.Second.Id) / 6000.0;
        masked.ShouldBe(0.8, 0.02);
        kept.ShouldBe(0.1, 0.02);
        seen.ShouldAllBe(id => id == Mask || id < 60);
    }

    [Fact]
    public void What_is_not_hidden_stays()
    {
        MaskedText text = Create(sentences: 20);
        HashSet<(int, int)> hidden = [.. text.Hidden.Select(place => (place.Sentence, place.Piece))];
        for (int sentence = 0; sentence < 20; sentence++)
        {
            for (int piece = 0; piece < Ids.Length; piece++)
            {
                (text.Sentences[sentence][piece] == Ids[piece] || hidden.Contains((sentence, piece))).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void A_short_text_has_one_piece_to_guess()
    {
        MaskedText text = new(new MaskedLanguageOptions { MaskId = Mask }, 60, new SplitMix64(1));
        text.Add(new PieceSequence([2, 30, 3], [-1, 0, -1], 1));
        text.Hidden.ShouldBe([(0, 1, 30)]);
    }

    private static MaskedText Create(int sentences)
    {
        MaskedText text = new(new MaskedLanguageOptions { MaskId = Mask }, vocabularySize: 60, new SplitMix64(1));
        for (int i = 0; i < sentences; i++)
        {
            text.Add(new PieceSequence(Ids, Words, 40));
        }

        return text;
    }
}
