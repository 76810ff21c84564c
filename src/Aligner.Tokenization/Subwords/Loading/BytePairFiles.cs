using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords.Decoders;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;
using Aligner.Tokenization.Subwords.PreTokenizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>
/// Reads the byte-level BPE of RoBERTa: <c>vocab.json</c>, pieces and their ids, and <c>merges.txt</c>, a pair a line
/// after a line that begins with <c>#version</c>.
/// </summary>
internal static class BytePairFiles
{
    /// <summary>Name of the vocabulary.</summary>
    public const string Name = "vocab.json";

    private const string MergesName = "merges.txt";

    /// <param name="name">What messages call the vocabulary.</param>
    /// <param name="content">The vocabulary.</param>
    /// <param name="settings">
    /// The other files of its folder. Text gets a space before it if <c>tokenizer_config.json</c> says
    /// <c>add_prefix_space</c>.
    /// </param>
    /// <exception cref="DataException">
    /// A file is damaged, there are no merges, or special tokens are missing.
    /// </exception>
    public static SubwordTokenizer Read(string name, Stream content, FolderSettings settings)
    {
        JsonSection root = JsonFile.Parse(name, content);
        PieceVocabulary vocabulary = ModelJson.ReadVocabulary(root);
        SpecialTokenIds special = SpecialTokenNames.Find(vocabulary, [], settings.SpecialTokens);
        if (special is not { Cls: int cls, Sep: int sep })
        {
            throw root.Fault("lacks <s> or </s>, so it is no vocabulary of RoBERTa");
        }

        AddedToken[] added =
        [
            .. new[] { cls, sep, special.Pad, special.Unk, special.Mask }.OfType<int>().Distinct()
                .Select(id => new AddedToken(id, vocabulary[id]) { StripsLeft = id == special.Mask }),
        ];
        Dictionary<(int Left, int Right), BpeMerge> merges =
            ReadMerges(Path.Combine(settings.Folder, MergesName), vocabulary);
        SubwordPipeline pipeline = new(
            new SequenceNormalizer([]),
            new ByteLevelPreTokenizer(settings.Tokenizer["add_prefix_space"].Flag(false), splits: true),
            new BpeModel(vocabulary, merges, new BpeOptions { Unknown = special.Unk }),
            added)
        {
            TrimsOffsets = true,
        };
        return new SubwordTokenizer(
            pipeline, SequenceTemplate.Roberta(cls, sep), special, added, PieceDecoders.ByteLevel);
    }

    private static Dictionary<(int Left, int Right), BpeMerge> ReadMerges(string path, PieceVocabulary vocabulary)
    {
        MergeTable table = new(vocabulary, string.Empty);
        RegularFile.Require(path);
        using LineReader reader = TextInput.Open(path);
        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0 && !(reader.Line == 1 && line.StartsWith("#version", StringComparison.Ordinal)))
            {
                table.Add(line.Split(' '), what => new DataException(path, reader.Line, $"'{line}' {what}"));
            }
        }

        return table.Merges;
    }
}
