using System.Text.Json;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Finds the files of a tokenizer and knows their kinds by their names.</summary>
internal static class TokenizerLoader
{
    private const string FairseqModel = "sentencepiece.bpe.model";

    private static readonly string[] Names =
        ["tokenizer.json", "vocab.txt", FairseqModel, "spiece.model", "spm.model", "tokenizer.model"];

    /// <inheritdoc cref="SubwordTokenizer.Load" />
    public static SubwordTokenizer Load(string path)
    {
        string file = Directory.Exists(path) ? FindIn(path) : path;
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            using Stream stream = TextInput.OpenStream(file);
            return WithoutGzip(file) switch
            {
                string name when name.EndsWith(".json", StringComparison.Ordinal) => TokenizerJson.Read(file, stream),
                string name when name.EndsWith(".txt", StringComparison.Ordinal) =>
                    WithConfig(folder, "tokenizer_config.json", config => VocabularyFile.Read(file, stream, config)),
                string name when name.EndsWith(".model", StringComparison.Ordinal) =>
                    SentencePieceLoader.Read(file, ReadAll(stream), IsFairseq(folder, Path.GetFileName(name))),
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

    /// <summary>Reads with a JSON file of the folder, or with an absent section if it has none.</summary>
    private static T WithConfig<T>(string folder, string name, Func<JsonSection, T> read)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return read(new JsonSection(path, string.Empty, default));
        }

        using Stream stream = TextInput.OpenStream(path);
        using JsonDocument document = JsonFile.Parse(path, stream);
        return read(new JsonSection(path, string.Empty, document.RootElement));
    }

    /// <summary>What the folder's settings say, or else the name that XLM-R's file has.</summary>
    private static bool IsFairseq(string folder, string file)
    {
        string kind =
            WithConfig(folder, "tokenizer_config.json", config => config["tokenizer_class"].Text(string.Empty))
            + WithConfig(folder, "config.json", config => config["model_type"].Text(string.Empty));
        if (kind.Length == 0)
        {
            return file == FairseqModel;
        }

        bool isXlmr = kind.Contains("XLMRoberta", StringComparison.Ordinal)
            || kind.Contains("xlm-roberta", StringComparison.Ordinal);
        return isXlmr || file != FairseqModel
            ? isXlmr
            : throw new DataException(
                Path.Combine(folder, file), 0, $"is the dictionary of a '{kind}'; only the ids of XLM-R are known");
    }
}
