using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.CrossEncoders;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;
using Aligner.Tokenization.Normalization;

namespace Aligner.Neural.Tests.CrossEncoders;

public sealed class CrossEncoderAlignerTests : RuntimeTests, IDisposable
{
    /// <summary>Ids 5, 6, 7 … are a, b, c …; 31 is #, the marker.</summary>
    private static readonly string[] Pieces =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]",
        .. Enumerable.Range(0, 26).Select(i => $"{(char)('a' + i)}"), "#"];

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_link_has_the_mean_of_what_both_directions_say()
    {
        ModelFolder model = Import(new TinyModel(EncoderFamily.Bert) { Pieces = Pieces, Labels = 1, Positions = 40 });
        ScoredAlignment links = Align(model, new BinaryRule(), new TokenizedPair(["a", "b"], ["c", "d", "e"]));
        using Encoder encoder = Encoder.Load(model, new EncoderOptions { Head = true });
        float[] expected = new float[6];
        for (int source = 0; source < 2; source++)
        {
            int[] question = source == 0 ? [31, 5, 31, 6] : [5, 31, 6, 31];
            float[] logits = Logits(encoder, [2, .. question, 3, 7, 8, 9, 3], 6);
            for (int target = 0; target < 3; target++)
            {
                expected[(source * 3) + target] += Sigmoid(logits[6 + target]) / 2;
            }
        }

        int[][] reverse = [[31, 7, 31, 8, 9], [7, 31, 8, 31, 9], [7, 8, 31, 9, 31]];
        for (int target = 0; target < 3; target++)
        {
            float[] logits = Logits(encoder, [2, .. reverse[target], 3, 5, 6, 3], 7);
            for (int source = 0; source < 2; source++)
            {
                expected[(source * 3) + target] += Sigmoid(logits[7 + source]) / 2;
            }
        }

        links.Links.Select(link => link.Link).ShouldBe(
            from source in Enumerable.Range(0, 2)
            from target in Enumerable.Range(0, 3)
            select new Link(source, target));
        links.Links.Select(link => link.Probability).ToArray().ShouldBe(expected, 1e-5f);
    }

    /// <summary>A sigmoid is never 0, so that no word can be missing unless it was cut.</summary>
    [Theory]
    [InlineData(30, 1)]
    [InlineData(1, 30)]
    [InlineData(25, 20)]
    public void Pairs_that_are_too_long_are_read_in_windows(int sourceLength, int targetLength)
    {
        ModelFolder model = Import(new TinyModel(EncoderFamily.Bert) { Pieces = Pieces, Labels = 1, Positions = 14 });
        TokenizedPair pair = new(Words(sourceLength), Words(targetLength));
        ScoredAlignment links = Align(model, new BinaryRule(), pair);
        links.Links.Count.ShouldBe(sourceLength * targetLength);
        links.Links.ShouldAllBe(link => link.Probability > 0.01f);

        static string[] Words(int count) => [.. Enumerable.Range(0, count).Select(i => $"{(char)('a' + (i % 26))}")];
    }

    [Fact]
    public void Spans_link_whole_runs_of_words_and_threads_change_nothing()
    {
        TinyModel tiny = new(EncoderFamily.Bert) { Pieces = Pieces, Labels = 2, IsSpan = true, Positions = 40 };
        ModelFolder model = Import(tiny);
        TokenizedPair[] pairs = [.. Enumerable.Range(1, 40).Select(i => new TokenizedPair(
            ["a", $"{(char)('a' + (i % 26))}", "c"], [$"{(char)('a' + (i * 7 % 26))}", "e", "f", "g"]))];
        IReadOnlyList<ScoredAlignment> one = Align(model, new SpanRule(), pairs, threads: 1);
        IReadOnlyList<ScoredAlignment> four = Align(model, new SpanRule(), pairs, threads: 4);
        one.ShouldContain(alignment => alignment.Links.Count > 0);
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            one[pair].Links.ShouldBe(four[pair].Links);
        }
    }

    [Fact]
    public void Pairs_with_an_empty_side_have_no_links()
    {
        ModelFolder model = Import(new TinyModel(EncoderFamily.Bert) { Pieces = Pieces, Labels = 1, Positions = 40 });
        IReadOnlyList<ScoredAlignment> links = Align(
            model, new BinaryRule(), [new TokenizedPair([], ["a"]), new TokenizedPair(["a"], ["b"])], threads: 2);
        links[0].ShouldBeEquivalentTo(new ScoredAlignment([], ScoredAlignment.LogZero));
        links[1].Links.Count.ShouldBe(1);
    }

    [Fact]
    public void A_model_without_the_right_head_is_refused()
    {
        ModelFolder model = Import(new TinyModel(EncoderFamily.Bert) { Pieces = Pieces });
        Should.Throw<DataException>(() => Align(model, new SpanRule(), new TokenizedPair(["a"], ["b"])))
            .Message.ShouldContain("the model has no head, but a span head is needed");
        ModelFolder labels = Import(new TinyModel(EncoderFamily.Bert) { Pieces = Pieces, Labels = 3, Positions = 40 });
        Should.Throw<DataException>(() => Align(labels, new SpanRule(), new TokenizedPair(["a"], ["b"])))
            .Message.ShouldContain("a token head, but a span head is needed");
        Should.Throw<DataException>(() => Align(labels, new BinaryRule(), new TokenizedPair(["a"], ["b"])))
            .Message.ShouldContain("3 labels instead of 1 or 2");
    }

    public void Dispose() => _folder.Dispose();

    private static float Sigmoid(float logit) => 1 / (1 + MathF.Exp(-logit));

    private static float[] Logits(Encoder encoder, int[] ids, int firstLength)
    {
        int[] types = [.. ids.Select((_, place) => place < firstLength ? 0 : 1)];
        float[] logits = new float[ids.Length];
        encoder.Encode(ids, [ids.Length], logits, types);
        return logits;
    }

    private static ScoredAlignment Align(ModelFolder model, ICrossEncoderRule rule, TokenizedPair pair) =>
        Align(model, rule, [pair], threads: 2)[0];

    private static IReadOnlyList<ScoredAlignment> Align(
        ModelFolder model, ICrossEncoderRule rule, TokenizedPair[] pairs, int threads)
    {
        CrossEncoderOptions options = new() { Marker = "#", Threshold = 0 };
        using CrossEncoderAligner aligner = new(
            model, rule, options, new EncoderOptions(), new WordNormalizer(new NormalizationOptions()), threads);
        return aligner.AlignWithScores(pairs, CancellationToken.None);
    }

    private ModelFolder Import(TinyModel model) => ModelImporter.Import(
        model.Write(_folder.Path(Path.GetRandomFileName())),
        _folder.Path(Path.GetRandomFileName()),
        new ImportOptions());
}
