using Aligner.Fuzzing.Seeds;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Vectors;
using Aligner.Tokenization.Subwords;

namespace Aligner.Fuzzing.Targets;

/// <summary>What is done with tokenizers and word vectors.</summary>
internal static class SubwordUses
{
    private static readonly string[] Words =
    [
        "das", "Haus", "the", "haus1", "\u00c4", "\u0130\u0301", "\ud83d\ude00", "<x>", "[CLS]", "\u2581", "\u4e2d",
        new('a', 150),
    ];

    /// <summary>A tokenizer file by itself, under a name that tells its kind.</summary>
    public static Action<byte[], Workplace> Tokenizer(string name) =>
        (bytes, place) => Tokenize(place.Write(name, bytes));

    /// <summary>A file beside the tokenizer's own.</summary>
    /// <param name="name">The file that is mutated.</param>
    /// <param name="loaded">Which file is loaded: one of the others, or after them this one.</param>
    /// <param name="others">The files that are valid.</param>
    public static Action<byte[], Workplace> Beside(
        string name, int loaded, params (string Name, byte[] Content)[] others) =>
        (bytes, place) =>
        {
            (string Name, byte[] Content)[] files = [.. others, (name, bytes)];
            string[] paths = [.. files.Select(file => place.Write(file.Name, file.Content))];
            Tokenize(paths[loaded]);
        };

    /// <summary>Vectors by whose similarity words are linked.</summary>
    public static Action<byte[], Workplace> Vectors(string name) => (bytes, place) =>
    {
        string path = place.Write(name, bytes);
        HashSet<string>? wanted = bytes.Length % 2 == 0 ? null : [.. SeedTexts.Pairs.SelectMany(pair => pair.Source)];
        WordVectors vectors = VectorFile.Read(path, wanted, default);
        LinkExtractorEntry entry = LinkExtractors.All[bytes.Length % LinkExtractors.All.Count];
        SimilarityAligner aligner = new(
            [new StaticEmbedder(vectors, vectors, new WordSpelling(new(new())))],
            entry.Create(new ExtractionSettings()),
            new SimilarityOptions(),
            threads: 1);
        Finite.Require(aligner.AlignWithScores(SeedTexts.Pairs, default));
    };

    private static void Tokenize(string path)
    {
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(path);
        EncodedPieces words = tokenizer.Encode(Words);
        Require(tokenizer, words);
        Require(tokenizer, tokenizer.Encode(string.Join(' ', Words)));
        foreach (EncodedSequence sequence in new[]
        {
            tokenizer.AddSpecialTokens(words), tokenizer.AddSpecialTokens(words, EncodedPieces.Empty),
        })
        {
            Require(tokenizer, sequence.Pieces);
        }
    }

    private static void Require(SubwordTokenizer tokenizer, EncodedPieces pieces)
    {
        foreach (int id in pieces.Ids)
        {
            tokenizer.Piece(id);
        }
    }
}
