using Aligner.Core;

namespace Aligner.Neural.Models;

/// <summary>The files of a tokenizer in a Hugging Face folder.</summary>
public static class TokenizerFiles
{
    /// <summary>Those that a tokenizer is loaded from, the best first.</summary>
    private static readonly string[] Main =
        ["tokenizer.json", "vocab.txt", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model", "vocab.json"];

    private static readonly string[] Others =
        ["tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "merges.txt"];

    /// <summary>The file to load, and all that are there.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public static (string Main, IReadOnlyList<string> All) Find(string folder)
    {
        string[] all = [.. Main.Concat(Others).Where(name => File.Exists(Path.Combine(folder, name)))];
        return Main.Contains(all.FirstOrDefault())
            ? (all[0], all)
            : throw new DataException(
                $"{folder}: the tokenizer is missing; one of {string.Join(", ", Main)} is needed");
    }

    /// <summary>Tells the tokenizer of a folder from others: hashes of its files.</summary>
    /// <exception cref="DataException">The folder has no tokenizer that a model can take over.</exception>
    public static string Hash(string folder) => string.Join('+', Find(folder).All
        .Select(name => ModelFile.Of(Path.Combine(folder, name)).Sha256[..16]));
}
