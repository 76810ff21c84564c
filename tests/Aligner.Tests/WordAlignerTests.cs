using System.Text;
using Aligner.Core.Alignments;
using Aligner.Tokenization.Words;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tests;

public sealed class WordAlignerTests : IDisposable
{
    private static readonly (string Source, string Target)[] Pairs =
        [("hause us", "x y z"), ("haus", "x"), ("us", "z"), ("e", "y"), ("us haus", "z x")];

    private readonly TempFolder _folder = new();

    private static WordAlignerOptions Options => new()
    {
        Method = "ibm1",
        Threads = 1,
        SourceTokenizer = new TokenizerAdapter(Pieces(), "pieces"),
    };

    [Fact]
    public void A_tokenizer_of_Microsoft_ML_Tokenizers_finds_the_words()
    {
        using WordAligner aligner = WordAligner.Train(Pairs, Options);

        aligner.Align("hause us", "x y z").ToAlignment().ToString().ShouldBe("0-0 1-1 2-2");
        aligner.AlignTrainingText().First().ToAlignment().ToString().ShouldBe("0-0 1-1 2-2");
    }

    /// <summary>The tokenizer makes three words of the source.</summary>
    [Fact]
    public void Each_word_has_a_probability_to_be_without_a_link()
    {
        using WordAligner aligner = WordAligner.Train(Pairs, Options);

        NullProbabilities nulls = aligner.Align("hause us", "x y z").Nulls!;
        nulls.Source.Count.ShouldBe(3);
        nulls.Target.Count.ShouldBe(3);
        nulls.Source.Concat(nulls.Target).ShouldAllBe(probability => probability < 0.5f);
        aligner.AlignTrainingText().First().Nulls!.Source.Count.ShouldBe(3);
        aligner.Align("", "x").Nulls.ShouldBeNull();
    }

    [Fact]
    public void A_saved_model_takes_the_tokenizer_again()
    {
        string path = _folder.Path("model");
        using WordAligner trained = WordAligner.Train(Pairs, Options);
        trained.Save(path);
        using WordAligner loaded = WordAligner.Load(path, Options);

        loaded.Align("hause", "x y").ToAlignment().ToString().ShouldBe("0-0 1-1");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Makes haus of h, a, u and s, and splits hause into haus and e.</summary>
    private static BpeTokenizer Pieces() => BpeTokenizer.Create(
        Stream("""{"[UNK]": 0, "h": 1, "a": 2, "u": 3, "s": 4, "ha": 5, "us": 6, "haus": 7, "e": 8}"""),
        Stream("#version: 0.2\nh a\nu s\nha us\n"),
        unknownToken: "[UNK]");

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
