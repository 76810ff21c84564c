using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class CorpusChunksTests
{
    /// <summary>Pairs of 400 × 400 words: one has more cells than a chunk needs to be full.</summary>
    private static readonly string Large = $"{Words("e", 400)} ||| {Words("f", 400)}";

    private readonly CorpusChunks _chunks =
        new(Bitexts.Corpus("a b ||| x", Large, " ||| y", "b c a ||| x y", "a ||| x"));

    [Fact]
    public void A_chunk_ends_where_it_is_full()
    {
        _chunks.Count.ShouldBe(2);
        _chunks.FirstPair(0).ShouldBe(0);
        _chunks.FirstPair(1).ShouldBe(2);
        _chunks.FirstPair(2).ShouldBe(5);
        _chunks.Cells(0).ShouldBe(2 + 160_000);
        _chunks.Cells(1).ShouldBe(0 + 6 + 1);
    }

    [Fact]
    public void A_pair_knows_its_place()
    {
        Enumerable.Range(0, 5).Select(_chunks.ChunkOf).ShouldBe([0, 0, 1, 1, 1]);
        Enumerable.Range(0, 5).Select(_chunks.CellStart).ShouldBe([0, 2, 0, 0, 6]);
    }

    [Theory]
    [InlineData(0, "0-1 1-2 2-3 3-4")]
    [InlineData(319_999, "0-1 1-2 2-3 3-4")]
    [InlineData(320_000, "0-2 2-4")]
    [InlineData(639_999, "0-3 3-4")]
    [InlineData(long.MaxValue, "0-4")]
    public void Windows_hold_as_many_chunks_as_fit_and_one_at_least(long maxCells, string expected)
    {
        CorpusChunks chunks = new(Bitexts.Corpus(Large, Large, Large, Large));

        string windows = string.Join(' ', chunks.Windows(maxCells).Select(window => $"{window.First}-{window.End}"));

        windows.ShouldBe(expected);
    }

    [Fact]
    public void No_pairs_make_no_chunks()
    {
        CorpusChunks chunks = new(Bitexts.Corpus());

        chunks.Count.ShouldBe(0);
        chunks.Windows(1).ShouldBeEmpty();
    }

    private static string Words(string prefix, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(word => $"{prefix}{word}"));
}
