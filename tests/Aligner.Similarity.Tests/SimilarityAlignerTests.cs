using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Extraction.ArgMax;
using Aligner.Similarity.Extraction.Directional;
using Aligner.Similarity.Matrices;
using Aligner.Similarity.Vectors;
using Aligner.Tokenization.Normalization;

namespace Aligner.Similarity.Tests;

public class SimilarityAlignerTests
{
    private static readonly WordVectors English = Vectors(("cat", [1, 0]), ("dog", [0, 1]), ("pet", [1, 1]));
    private static readonly WordVectors German = Vectors(("katze", [2, 0]), ("hund", [0, 3]), ("tier", [1, 1]));

    [Fact]
    public void Words_are_linked_by_the_cosine_of_their_vectors()
    {
        ScoredAlignment alignment = Align(Aligner(), "cat dog", "Hund Katze");
        alignment.Links.ShouldBe([new(new Link(0, 1), 1), new(new Link(1, 0), 1)]);
        alignment.LogProbability.ShouldBe(0);
    }

    /// <summary>Two of the four words are linked, with score 1: the mean is ½.</summary>
    [Fact]
    public void Words_without_a_vector_are_not_linked_and_keep_their_place()
    {
        ScoredAlignment alignment = Align(Aligner(), "xyz cat", "abc katze");
        alignment.Links.ShouldBe([new(new Link(1, 1), 1)]);
        alignment.LogProbability.ShouldBe(Math.Log(0.5), 1e-9);
        Align(Aligner(), "xyz", "abc").LogProbability.ShouldBe(ScoredAlignment.LogZero);
    }

    /// <summary>cat is dissimilar to hund: (cos + 1)/2 = ½. xyz has no vector; the copy is certain.</summary>
    [Fact]
    public void Words_are_without_a_link_as_far_as_nothing_is_similar_to_them()
    {
        NullProbabilities nulls = Align(Aligner(), "xyz cat 12", "hund 12").Nulls!;
        nulls.Source.ShouldBe([1, 0.5f, 0], 1e-6f);
        nulls.Target.ShouldBe([0.5f, 0], 1e-6f);
    }

    [Fact]
    public void A_side_without_words_gives_no_links()
    {
        IReadOnlyList<ScoredAlignment> alignments =
            Aligner().AlignWithScores([Pair("", "katze"), Pair("cat", "katze")], default);
        alignments[0].Links.ShouldBeEmpty();
        alignments[0].LogProbability.ShouldBe(ScoredAlignment.LogZero);
        alignments[1].Links.Count.ShouldBe(1);
    }

    [Fact]
    public void Distortion_chooses_the_nearer_of_two_equal_words()
    {
        SimilarityAligner aligner = new(
            [Static()],
            new ForwardExtractor(),
            new SimilarityOptions { Distortion = 0.5, Level = SimilarityLevel.Word },
            1);
        aligner.Align([Pair("dog dog cat", "katze hund katze")], default)[0]
            .ShouldBe(Alignment.Of(new Link(0, 1), new Link(1, 1), new Link(2, 2)));
    }

    [Fact]
    public void Threads_never_change_a_result()
    {
        string[] english = ["cat", "dog", "pet", "xyz"];
        string[] german = ["katze", "hund", "tier", "abc"];
        Random random = new(1);
        TokenizedPair[] batch =
            [.. Enumerable.Range(0, 500).Select(_ => new TokenizedPair(Words(english), Words(german)))];
        string expected = string.Join('\n', Aligner(1).AlignWithScores(batch, default).Select(Text));
        string.Join('\n', Aligner(4).AlignWithScores(batch, default).Select(Text)).ShouldBe(expected);

        string[] Words(string[] words) => [.. Enumerable.Range(0, random.Next(6)).Select(_ => words[random.Next(4)])];
    }

    /// <summary>
    /// cat–katze has (cos + 1)/2 = 1 by the first and ½ by the second embedder, cat–hund ½ and 1: the mean is ¾ for
    /// both. dog is known to the second alone.
    /// </summary>
    [Fact]
    public void Several_embedders_count_with_the_mean_of_their_similarities()
    {
        StaticEmbedder first = new(Vectors(("cat", [1, 0])), German, Spelling());
        StaticEmbedder second = new(Vectors(("cat", [0, 1]), ("dog", [0, 1])), German, Spelling());
        SimilarityAligner aligner = new([first, second], new ForwardExtractor(), new SimilarityOptions(), 2);
        Align(aligner, "cat dog", "katze hund").Links
            .ShouldBe([new(new Link(0, 0), 0.75f), new(new Link(1, 1), 1)]);
    }

    /// <summary>
    /// Of the links of the two pairs pet's is the one whose word is alike to all, so half of three links leave it out.
    /// </summary>
    [Fact]
    public void A_null_threshold_drops_the_links_of_words_that_are_alike_to_all()
    {
        SimilarityAligner plain = new([Static()], new ForwardExtractor(), new SimilarityOptions(), 1);
        TokenizedPair[] batch = [Pair("cat dog pet", "katze hund katze hund")];
        plain.Align(batch, default)[0].Count.ShouldBe(3);
        plain.WithNullThreshold([batch], 0.5, default).Align(batch, default)[0]
            .ShouldBe(Alignment.Of(new Link(0, 0), new Link(1, 1)));
        plain.WithNullThreshold([batch], 1, default).Align(batch, default)[0].Count.ShouldBe(3);
    }

    /// <summary>A shift of all vectors of a language makes them alike; without it each is nearest to its own.</summary>
    [Fact]
    public void Centering_takes_out_what_a_whole_language_has_in_common()
    {
        WordVectors shifted = Vectors(("katze", [101, 0]), ("hund", [100, 1]), ("vogel", [100, -1]));
        WordVectors plain = Vectors(("cat", [1, 0]), ("dog", [0, 1]), ("bird", [0, -1]));
        StaticEmbedder embedder = new(plain, shifted, Spelling());
        TokenizedPair[] batch = [Pair("cat dog bird", "katze hund vogel"), Pair("dog", "hund"), Pair("bird", "vogel")];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = 2 };
        LanguageMeans means = LanguageMeans.Estimate(embedder, [batch], parallel);
        means.Source.ShouldBe([0.2f, 0], 1e-6f);
        means.Target.ShouldBe([100.2f, 0], 1e-4f);
        SimilarityAligner aligner =
            new([new CenteredEmbedder(embedder, means)], new ForwardExtractor(), new SimilarityOptions(), 1);
        aligner.Align(batch, default)[0].ShouldBe(Alignment.Of(new Link(0, 0), new Link(1, 1), new Link(2, 2)));
    }

    [Theory]
    [InlineData(SimilarityLevel.Subword, "0-0 1-0")]
    [InlineData(SimilarityLevel.Word, "0-0")]
    public void Pieces_are_linked_themselves_or_by_the_mean_of_a_word(SimilarityLevel level, string links)
    {
        SimilarityAligner aligner =
            new([new Pieces()], new ArgMaxExtractor(), new SimilarityOptions { Level = level }, 1);
        aligner.Align([Pair("a b", "x")], default)[0].ToString().ShouldBe(links);
    }

    [Fact]
    public void Vectors_of_different_length_and_options_that_contradict_are_refused()
    {
        Should.Throw<ArgumentException>(() => new StaticEmbedder(English, Vectors(("x", [1, 2, 3])), Spelling()));
        Should.Throw<ArgumentException>(() => new SimilarityOptions
        {
            MaxEntropy = 0.5,
            Measure = SimilarityMeasure.DotProduct,
        }.Validate());
        Should.Throw<ArgumentException>(() => new SimilarityOptions { Distortion = 2 }.Validate());
        Should.Throw<ArgumentException>(() => new SimilarityAligner([], new ArgMaxExtractor(), new(), 1));
    }

    private static SimilarityAligner Aligner(int threads = 1) => new(
        [Static()], LinkExtractors.Get("argmax").Create(new()), new SimilarityOptions(), threads);

    private static StaticEmbedder Static() => new(English, German, Spelling());

    private static WordSpelling Spelling() => new(new WordNormalizer(new NormalizationOptions()));

    private static ScoredAlignment Align(SimilarityAligner aligner, string source, string target) =>
        aligner.AlignWithScores([Pair(source, target)], default)[0];

    private static TokenizedPair Pair(string source, string target) => new(
        source.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        target.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Text(ScoredAlignment alignment) =>
        $"{string.Join(' ', alignment.Links)} {alignment.LogProbability}";

    private static WordVectors Vectors(params (string Word, float[] Vector)[] words)
    {
        WordVectors vectors = new(words[0].Vector.Length);
        foreach ((string word, float[] vector) in words)
        {
            vectors.Add(word, vector);
        }

        return vectors;
    }

    /// <summary>
    /// Source word 0 has pieces (1, 0) and (1, 0), word 1 (0, 1); the target's has (1, 0) and (0, 1).
    /// </summary>
    private sealed class Pieces : IPairEmbedder
    {
        public void Embed(
            IReadOnlyList<TokenizedPair> batch, EmbeddingConsumer consume, ParallelOptions parallel) => consume(
            0,
            new EmbeddedSentence([1, 0, 1, 0, 0, 1], 2, [0, 0, 1], 2),
            new EmbeddedSentence([1, 0, 0, 1], 2, [0, 0], 1));
    }
}
