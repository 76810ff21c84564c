using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Tokenization.Tests.Subwords.Training;

public class UnigramTrainerTests
{
    private static readonly string[] Sentences =
    [
        "The cats chased the mice, and the mice (all 12 of them) chased the cheese.",
        "Die Katzen jagten die Mäuse, und die Mäuse jagten den Käse.",
        "Кошки гонялись за мышами, а мыши гонялись за сыром.",
        "猫はネズミを追いかけ、ネズミはチーズを追いかけた。",
        "แมวไล่หนู และหนูไล่ชีส",
        "ﬁne 𐐀𐐁𐐀𐐁",
    ];

    private static readonly UnigramTrainerOptions Small = new() { VocabularySize = 100, CharacterCoverage = 1 };

    [Fact]
    public void The_piece_that_saves_most_stays()
    {
        UnigramTrainer trainer = new(Small with { VocabularySize = 5 + 9 + 1 });
        trainer.Add("tested", 50);
        trainer.Add("walked", 60);

        // There is room for one piece beside the characters.
        trainer.Train().Entries.Skip(5).Select(entry => entry.Piece).Order(StringComparer.Ordinal).ShouldBe(
            ["a", "d", "e", "k", "l", "s", "t", "w", "▁", "▁walked"]);
    }

    [Fact]
    public void The_written_tokenizer_encodes_with_the_pieces()
    {
        using TempFolder folder = new();
        UnigramVocabulary vocabulary = Train(Small, Sentences);
        vocabulary.Save(folder.Path("tokenizer.json"));

        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.Path("tokenizer.json"));

        tokenizer.VocabularySize.ShouldBe(100);
        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(Cls: 2, Sep: 3, Pad: 0, Mask: 4, Unk: 1));
        vocabulary.Entries.Select((entry, id) => tokenizer.Piece(id) == entry.Piece).ShouldAllBe(equal => equal);
        foreach (string sentence in Sentences)
        {
            EncodedPieces pieces = tokenizer.Encode(sentence);
            string.Concat(pieces.Ids.ToArray().Select(tokenizer.Piece))
                .ShouldBe("▁" + sentence.Replace(' ', '▁').Replace("ﬁ", "fi", StringComparison.Ordinal));
        }

        EncodedSequence sequence = tokenizer.AddSpecialTokens(tokenizer.Encode("mice"), tokenizer.Encode("Mäuse"));
        sequence.Pieces.Ids.ToArray().Where(id => id < 5).ShouldBe([2, 3, 3]);
        tokenizer.Encode("ж").Ids.ToArray()[^1].ShouldBe(1);
        Should.Throw<OutputExistsException>(() => vocabulary.Save(folder.Path("tokenizer.json")));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        byte[] expected = Bytes(Train(Small with { Threads = 1 }, Sentences));

        Bytes(Train(Small with { Threads = 3 }, Sentences)).ShouldBe(expected);
        Bytes(Train(Small with { Threads = 40 }, Sentences.Reverse())).ShouldBe(expected);
    }

    [Fact]
    public void A_weight_is_a_number_of_occurrences()
    {
        UnigramTrainer repeated = new(Small);
        UnigramTrainer weighted = new(Small);
        foreach (string sentence in Sentences)
        {
            repeated.Add(sentence);
            repeated.Add(sentence);
            repeated.Add(sentence);
            weighted.Add(sentence, 2.5);
            weighted.Add(sentence, 0.5);
        }

        Bytes(weighted.Train()).ShouldBe(Bytes(repeated.Train()));
    }

    [Fact]
    public void Heavier_text_gets_more_pieces()
    {
        int[] latin = [.. new[] { 1.0, 50 }.Select(weight =>
        {
            UnigramTrainer trainer = new(Small);
            trainer.Add(Sentences[0], weight);
            trainer.Add(Sentences[2]);
            trainer.Add(Sentences[2]);
            return trainer.Train().Entries.Count(entry => entry.Piece.Any(char.IsAsciiLetter));
        })];

        latin[1].ShouldBeGreaterThan(latin[0]);
    }

    [Fact]
    public void Text_can_be_lower_cased() =>
        Train(Small with { Lowercase = true }, Sentences).Entries.Skip(5)
            .ShouldAllBe(entry => !entry.Piece.Any(char.IsUpper));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Points_of_Hebrew_and_Arabic_can_be_dropped(bool lowercase)
    {
        using TempFolder folder = new();
        string[] text = [.. Sentences, "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD \u0643\u0650\u062A\u0627\u0628"];
        Train(Small with { DropsPoints = true, Lowercase = lowercase, MarksWordStart = false }, text)
            .Save(folder.Path("tokenizer.json"));

        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.Path("tokenizer.json"));

        string.Concat(tokenizer.Encode(text[^1]).Ids.ToArray().Select(tokenizer.Piece))
            .ShouldBe("\u05E9\u05DC\u05D5\u05DD\u0643\u062A\u0627\u0628");
    }

    [Fact]
    public void Starts_of_words_need_no_mark()
    {
        using TempFolder folder = new();
        Train(Small with { MarksWordStart = false }, Sentences).Save(folder.Path("tokenizer.json"));

        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.Path("tokenizer.json"));

        string.Concat(tokenizer.Encode(Sentences[0]).Ids.ToArray().Select(tokenizer.Piece))
            .ShouldBe(Sentences[0].Replace(" ", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_characters_can_become_bytes()
    {
        UnigramVocabulary vocabulary = Train(Small with { ByteFallback = true, VocabularySize = 400 }, Sentences);
        using TempFolder folder = new();
        vocabulary.Save(folder.Path("tokenizer.json"));

        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.Path("tokenizer.json"));

        tokenizer.Pieces(tokenizer.Encode("ж")).ShouldBe("▁ <0xD0> <0xB6>");
    }

    [Fact]
    public void Progress_tells_how_the_pieces_get_fewer()
    {
        Collector progress = new();
        UnigramTrainer trainer = new(Small with { Iterations = 3 });
        trainer.Add(string.Join(' ', Sentences.Concat(Sentences).Concat(Sentences)));

        trainer.Train(progress).Entries.Count.ShouldBe(100);

        progress.Reports.Count.ShouldBeGreaterThan(3);
        (progress.Reports.Count % 3).ShouldBe(0);
        progress.Reports[^1].Pieces.ShouldBe(95);
        progress.Reports.Select(report => report.Pieces).ShouldBeInOrder(SortDirection.Descending);
        progress.Reports.ShouldAllBe(report => report.CrossEntropy > 0 && report.CrossEntropy < 20);
    }

    [Fact]
    public void Training_can_be_cancelled()
    {
        UnigramTrainer trainer = new(Small);
        trainer.Add(Sentences[0]);

        Should.Throw<OperationCanceledException>(() => trainer.Train(null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Text_that_cannot_be_learned_from_is_refused()
    {
        Should.Throw<DataException>(() => Train(Small, [" \t"])).Message.ShouldContain("no text");
        Should.Throw<DataException>(() => Train(Small with { VocabularySize = 20 }, Sentences))
            .Message.ShouldStartWith("a vocabulary of 20 has no room for the ");
        Should.Throw<ArgumentOutOfRangeException>(() => new UnigramTrainer(Small).Add("a", double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new UnigramTrainer(Small).Add("a", 0));
    }

    public static TheoryData<string, UnigramTrainerOptions> BadOptions => new()
    {
        { "VocabularySize", new() { VocabularySize = 5 } },
        { "VocabularySize", new() { VocabularySize = 261, ByteFallback = true } },
        { "CharacterCoverage", new() { CharacterCoverage = 0 } },
        { "CharacterCoverage", new() { CharacterCoverage = double.NaN } },
        { "SeedSize", new() { SeedSize = 0 } },
        { "ShrinkFactor", new() { ShrinkFactor = 1 } },
        { "Iterations", new() { Iterations = 0 } },
        { "MaxPieceLength", new() { MaxPieceLength = 1 } },
        { "MaxPieceLength", new() { MaxPieceLength = 33 } },
        { "Threads", new() { Threads = 0 } },
        { "SpecialTokens", new() { SpecialTokens = ["[UNK]", "[UNK]"] } },
        { "SpecialTokens", new() { SpecialTokens = ["[UNK]", "pad"] } },
        { "UnknownToken", new() { UnknownToken = "<unk>" } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Bad_options_are_named(string name, UnigramTrainerOptions options) =>
        Should.Throw<ArgumentException>(() => new UnigramTrainer(options)).ParamName.ShouldBe(name);

    private static UnigramVocabulary Train(UnigramTrainerOptions options, IEnumerable<string> sentences)
    {
        UnigramTrainer trainer = new(options);
        foreach (string sentence in sentences)
        {
            trainer.Add(sentence);
            trainer.Add(sentence);
        }

        return trainer.Train();
    }

    private static byte[] Bytes(UnigramVocabulary vocabulary)
    {
        using MemoryStream stream = new();
        vocabulary.Write(stream);
        return stream.ToArray();
    }

    private sealed class Collector : IProgress<UnigramProgress>
    {
        public List<UnigramProgress> Reports { get; } = [];

        public void Report(UnigramProgress value) => Reports.Add(value);
    }
}
