using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Core.Text;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Finds the files of a tokenizer and knows their kinds by their names.</summary>
internal static class TokenizerLoader
{
    private const string FairseqModel = "sentencepiece.bpe.model";

    /// <summary>Ten times the largest tokenizer that is in use; what is read takes several times as much
    /// memory.</summary>
    private const int MaxBytes = 1 << 28;

    private static readonly string[] Names =
    [
        "tokenizer.json", "vocab.txt", FairseqModel, "spiece.model", "spm.model", "tokenizer.model", BytePairFiles.Name,
    ];

    /// <inheritdoc cref="SubwordTokenizer.Load" />
    public static SubwordTokenizer Load(string path)
    {
        string file = Directory.Exists(path) ? FindIn(path) : path;
        FolderSettings settings = new(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            using BoundedStream stream = new(TextInput.OpenStream(file), file, MaxBytes);
            return WithoutGzip(file) switch
            {
                string name when Path.GetFileName(name) == BytePairFiles.Name =>
                    BytePairFiles.Read(file, stream, settings),
                string name when name.EndsWith(".json", StringComparison.Ordinal) =>
                    TokenizerJson.Read(file, stream, settings),
                string name when name.EndsWith(".txt", StringComparison.Ordinal) =>
                    VocabularyFile.Read(file, stream, settings),
                string name when name.EndsWith(".model", StringComparison.Ordinal) =>
                    SentencePieceLoader.Read(
                        file, ReadAll(stream), IsFairseq(settings, Path.GetFileName(name)), settings.SpecialTokens),
                _ => throw new DataException(file, 0, "is no tokenizer: neither .json, .txt nor .model"),
            };
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new DataException($"{file}: cannot read the tokenizer: {exception.Message}", exception);
        }
    }

    private static string FindIn(string folder) =>
        Names.SelectMany(name => new[] { name, $"{name}.gz" })
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new DataException(folder, 0, $"has no tokenizer: none of {string.Join(", ", Names)}");

    private static string WithoutGzip(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>What the folder's settings say, or else the name that XLM-R's file has.</summary>
    private static bool IsFairseq(FolderSettings settings, string file)
    {
        string kind = settings.Tokenizer["tokenizer_class"].Text(string.Empty)
            + settings.Model["model_type"].Text(string.Empty);
        if (kind.Length == 0)
        {
            return file == FairseqModel;
        }

        bool isXlmr = kind.Contains("XLMRoberta", StringComparison.Ordinal)
            || kind.Contains("xlm-roberta", StringComparison.Ordinal);
        return isXlmr || file != FairseqModel
            ? isXlmr
            : throw new DataException(
                Path.Combine(settings.Folder, file),
                0,
                $"is the dictionary of a '{kind}'; only the ids of XLM-R are known");
    }
}
