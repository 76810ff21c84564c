using System.IO.Compression;
using System.Text;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Tests.Corpora;

public sealed class PackedCorpusTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_pair_is_written_as_columns_of_numbers()
    {
        TrainingCorpus corpus = new(Tokenizers.Letters(), maxPieces: 12);
        corpus.AddGroup(
        [
            (
                new TokenizedPair(["a", "bc", "d"], ["e", "f"]),
                [new ScoredLink(new Link(0, 1), 1), new ScoredLink(new Link(2, 0), 0.4f)]),
        ]);
        PackedCorpus.Write(corpus, new PackingOptions { Draws = 3 }, _folder.Path(string.Empty), default).ShouldBe(1);

        using ZipArchive archive = ZipFile.OpenRead(_folder.Path("part-00.npz"));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980); // not the time of the run
        int[] Column(string name) => Read(archive, name);
        Column("draws").ShouldBe([3]);
        Column("source_pieces").ShouldBe([6]);
        Column("target_pieces").ShouldBe([4]);
        Column("source_words").ShouldBe([3]);
        Column("target_words").ShouldBe([2]);
        Column("links").ShouldBe([2]);
        Column("ids_low").ShouldBe([.. corpus[0].Source.Ids, .. corpus[0].Target.Ids]);
        Column("ids_high").ShouldBe(new int[10]);
        Column("steps").ShouldBe([255, 1, 1, 0, 1, 255, 255, 1, 1, 255]);
        Column("link_source").ShouldBe([0, 2]);
        Column("link_target").ShouldBe([1, 0]);
        Column("link_probability").ShouldBe([255, 102]);
    }

    [Fact]
    public void Parts_hold_each_pair_once_and_say_how_often_it_was_drawn()
    {
        TrainingCorpus corpus = new(Tokenizers.Letters(), maxPieces: 12);
        corpus.AddGroup(Enumerable.Range(0, 50).Select(i => (
            new TokenizedPair(["abcdefgh"[..(1 + (i % 8))]], ["a"]), (IReadOnlyList<ScoredLink>)[])));
        corpus.AddGroup([(new TokenizedPair(["b"], ["c"]), [])], weight: 5);
        PackingOptions options = new() { Draws = 600, PairsPerPart = 30 };
        PackedCorpus.Write(corpus, options, _folder.Path(string.Empty), default).ShouldBe(51);

        int[][] draws = [.. new[] { "part-00.npz", "part-01.npz" }.Select(part =>
        {
            using ZipArchive archive = ZipFile.OpenRead(_folder.Path(part));
            return Read(archive, "draws");
        })];
        draws.Select(part => part.Length).ShouldBe([30, 21]);
        draws.Sum(part => part.Sum()).ShouldBe(600);

        // √50 against 5 for the pair that is a group by itself.
        ((double)draws.Max(part => part.Max())).ShouldBe(600 * 5 / (5 + Math.Sqrt(50)), 40);
    }

    public void Dispose() => _folder.Dispose();

    private static int[] Read(ZipArchive archive, string name)
    {
        using MemoryStream bytes = new();
        using (Stream stream = archive.GetEntry(name + ".npy")!.Open())
        {
            stream.CopyTo(bytes);
        }

        byte[] file = bytes.ToArray();
        Encoding.Latin1.GetString(file[..6]).ShouldBe("\u0093NUMPY");
        (10 + file[8]).ShouldBe(128, "numbers are aligned");
        string header = Encoding.ASCII.GetString(file[10..128]);
        header.ShouldEndWith("\n");
        int width = header.Contains("'<u2'", StringComparison.Ordinal) ? 2 : 1;
        int[] numbers =
            [.. file[128..].Chunk(width).Select(chunk => width == 2 ? BitConverter.ToUInt16(chunk) : chunk[0])];
        header.ShouldContain($"'shape': ({numbers.Length},)");
        return numbers;
    }
}
