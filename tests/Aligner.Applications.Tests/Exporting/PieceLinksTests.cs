using Aligner.Applications.Exporting;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Applications.Tests.Exporting;

public sealed class PieceLinksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aligner-").FullName;

    // WordPiece takes the longest piece that it knows: house = hou ##se, houses = hou ##se ##s.
    [Fact]
    public void Each_piece_has_all_links_of_its_word()
    {
        string path = Path.Combine(_folder, "vocab.txt");
        File.WriteAllLines(path, ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "hou", "##se", "##s"]);
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(path);
        TokenizedPair words = new(["the", "houses"], ["las", "casas"]);
        Alignment links = Alignment.Of(new Link(0, 0), new Link(1, 1));

        PieceLinks pieces = PieceLinks.Of(words, links, tokenizer, null);

        pieces.Pieces.Source.ShouldBe(["the", "hou", "##se", "##s"]);
        pieces.Pieces.Target.ShouldBe(["las", "casas"]);
        pieces.Links.ToString().ShouldBe("0-0 1-1 2-1 3-1");
        PieceLinks.Of(words.Swap(), links, null, tokenizer).Links.ToString().ShouldBe("0-0 1-1 1-2 1-3");
    }

    [Fact]
    public void Without_tokenizers_words_stay_whole()
    {
        TokenizedPair words = new(["a"], ["x", "y"]);
        PieceLinks pieces = PieceLinks.Of(words, Alignment.Of(new Link(0, 1)), null, null);
        pieces.Pieces.ShouldBe(words);
        pieces.Links.ToString().ShouldBe("0-1");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
