using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Finetuning.Tests.Parameters;

public sealed class VocabularyTransferTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_new_piece_gets_the_mean_of_the_pieces_that_its_spelling_had()
    {
        SubwordTokenizer letters = Tokenizers.Letters(), others = Train("abc abc abc abc d d z z", 12);
        using ParameterSet known = Table(letters), table = Table(others);
        Parameter from = known[EncoderWeights.Words], to = table[EncoderWeights.Words];
        for (int id = 0; id < letters.VocabularySize; id++)
        {
            (from.Values[2 * id], from.Values[(2 * id) + 1]) = (id, -id);
        }

        to.Values.Fill(77);
        int filled = VocabularyTransfer.Fill(from, letters, to, others);

        filled.ShouldBe(others.VocabularySize - 1);
        Dictionary<string, float> values = Enumerable.Range(0, others.VocabularySize)
            .ToDictionary(others.Piece, id => to.Values[2 * id]);
        float Letter(string piece) => letters.Encode(piece).Ids[0];
        values["abc"].ShouldBe((Letter("a") + Letter("b") + Letter("c")) / 3, 1e-5f);
        values["d"].ShouldBe(Letter("d"));
        values["[SEP]"].ShouldBe(letters.SpecialTokens.Sep!.Value);
        values["z"].ShouldBe(77, "no known piece spells it");
    }

    public void Dispose() => _folder.Dispose();

    private SubwordTokenizer Train(string text, int size)
    {
        UnigramTrainer trainer = new(new UnigramTrainerOptions { VocabularySize = size, MarksWordStart = false });
        trainer.Add(text);
        trainer.Train().Save(_folder.Path("tokenizer.json"));
        return SubwordTokenizer.Load(_folder.Path(string.Empty));
    }

    private static ParameterSet Table(SubwordTokenizer tokenizer)
    {
        ParameterSet set = new();
        set.Add(EncoderWeights.Words, [tokenizer.VocabularySize, 2], decays: true);
        return set;
    }
}
