using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Neural.Tests.Models;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;
using Microsoft.ML.Tokenizers;

namespace Aligner.Neural.Tests.Embeddings;

public sealed class ContextualEmbedderTests : RuntimeTests, IDisposable
{
    /// <summary>Ids 4, 5, 6 … are a, b, c …; 30 is ##x.</summary>
    private static readonly string[] Pieces =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]",
        .. Enumerable.Range(0, 26).Select(i => $"{(char)('a' + i)}"), "##x", "[MASK]"];

    private readonly TempFolder _folder = new();
    private readonly ModelFolder _model;

    public ContextualEmbedderTests()
    {
        TinyModel tiny = new(EncoderFamily.Bert) { Pieces = Pieces };
        _model = ModelImporter.Import(tiny.Write(_folder.Path("hf")), _folder.Path("model"), new ImportOptions());
    }

    [Fact]
    public void Each_piece_has_the_state_that_the_encoder_gives_it()
    {
        Embedding[] embeddings = Embed([Pair("a bx c", "bx")], out _);
        embeddings[0].SourceWords.ShouldBe([0, 1, 1, 2]);
        embeddings[0].Source.ShouldBe(Expected([2, 4, 5, 30, 6, 3])[8..40], 1e-5f);
        embeddings[0].TargetWords.ShouldBe([0, 0]);
        embeddings[0].Target.ShouldBe(Expected([2, 5, 30, 3])[8..24], 1e-5f);
    }

    [Fact]
    public void A_sentence_is_encoded_once_a_batch()
    {
        Embedding[] embeddings = Embed([Pair("a b", "c"), Pair("c", "a b"), Pair("a b", "a b")], out long pieces);
        pieces.ShouldBe(4 + 3);
        embeddings[1].Target.ShouldBe(embeddings[0].Source);
        embeddings[2].Source.ShouldBe(embeddings[2].Target);
        embeddings[1].Source.ShouldBe(embeddings[0].Target);
    }

    /// <summary>The model takes 12 pieces, 2 of them special; 22 pieces make windows at 0, 4, 8 and 12.</summary>
    [Fact]
    public void A_sentence_that_is_too_long_is_encoded_in_windows()
    {
        string words = string.Join(' ', Enumerable.Range(0, 22).Select(i => (char)('a' + i)));
        float[] vectors = Embed([Pair(words, "a")], out long pieces)[0].Source;
        pieces.ShouldBe(4 * 12 + 3);
        for (int window = 0; window < 4; window++)
        {
            int[] ids = [2, .. Enumerable.Range(4 + (4 * window), 10), 3];
            (int first, int end) = (window == 0 ? 0 : 3, window == 3 ? 10 : 7);
            vectors.AsSpan((4 * window + first) * 8, (end - first) * 8).ToArray()
                .ShouldBe(Expected(ids)[((1 + first) * 8)..((1 + end) * 8)], 1e-5f);
        }
    }

    [Fact]
    public void Pairs_with_an_empty_side_are_left_out_and_words_without_a_piece_have_no_vector()
    {
        Embedding?[] embeddings = Embed([Pair("", "a"), Pair("a", ""), Pair("\u0001 a", "\u0001")], out _);
        embeddings[0].ShouldBeNull();
        embeddings[1].ShouldBeNull();
        embeddings[2]!.SourceWords.ShouldBe([1]);
        embeddings[2]!.Target.ShouldBeEmpty();
    }

    [Fact]
    public void A_tokenizer_of_Microsoft_ML_Tokenizers_gives_the_pieces()
    {
        using MemoryStream vocabulary = new(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Pieces)));
        SubwordTokenizer tokenizer = SubwordTokenizer.Of(
            WordPieceTokenizer.Create(vocabulary),
            Pieces.Index().ToDictionary(piece => piece.Item, piece => piece.Index));

        Embedding expected = Embed([Pair("a bx c", "bx")], out _)[0];
        Embedding given = Embed([Pair("a bx c", "bx")], out _, tokenizer: tokenizer)[0];

        given.Source.ShouldBe(expected.Source);
        given.SourceWords.ShouldBe(expected.SourceWords);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        TokenizedPair[] pairs = [.. Enumerable.Range(1, 300).Select(i => Pair(
            string.Join(' ', Enumerable.Range(0, i % 17).Select(k => (char)('a' + (i * k % 26)))),
            string.Join(' ', Enumerable.Range(0, i % 13).Select(k => (char)('a' + ((i + k) % 26))))))];
        Embedding[] one = Embed(pairs, out _, threads: 1);
        Embedding[] four = Embed(pairs, out _, threads: 4);
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            (one[pair]?.Source ?? []).ShouldBe(four[pair]?.Source ?? []);
            (one[pair]?.Target ?? []).ShouldBe(four[pair]?.Target ?? []);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static TokenizedPair Pair(string source, string target) => new(
        source.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        target.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Embedding[] Embed(
        TokenizedPair[] pairs, out long pieces, int threads = 2, SubwordTokenizer? tokenizer = null)
    {
        EncoderOptions options = new() { Session = new SessionSettings { Threads = 1 } };
        using ContextualEmbedder embedder =
            new(_model, options, new WordNormalizer(new NormalizationOptions()), tokenizer);
        Embedding[] embeddings = new Embedding[pairs.Length];
        embedder.Embed(
            pairs,
            (pair, source, target) => embeddings[pair] = new Embedding(
                source.Vectors.ToArray(), source.Words.ToArray(), target.Vectors.ToArray(), target.Words.ToArray()),
            new ParallelOptions { MaxDegreeOfParallelism = threads });
        pieces = embedder.Totals.Pieces;
        return embeddings;
    }

    private float[] Expected(int[] ids)
    {
        using Encoder encoder = Encoder.Load(_model, new EncoderOptions());
        float[] states = new float[ids.Length * 8];
        encoder.Encode(ids, [ids.Length], states);
        return states;
    }

    private sealed record Embedding(float[] Source, int[] SourceWords, float[] Target, int[] TargetWords);
}
