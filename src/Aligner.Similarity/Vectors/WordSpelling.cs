using Aligner.Tokenization.Normalization;

namespace Aligner.Similarity.Vectors;

/// <summary>The spellings under which a word is looked up: normalized as asked for, else in lower case.</summary>
public sealed class WordSpelling(WordNormalizer normalizer)
{
    /// <summary>The spelling that is looked up first.</summary>
    public string Exact(string word) => normalizer.IsIdentity ? word : normalizer.Normalize(word);

    /// <summary>The spelling that is looked up where there is no vector for the exact one.</summary>
    public static string Fallback(string exact) => exact.ToLowerInvariant();

    /// <summary>Everything that may be looked up for some words.</summary>
    public HashSet<string> All(IEnumerable<string> words)
    {
        HashSet<string> spellings = new(StringComparer.Ordinal);
        foreach (string word in words)
        {
            string exact = Exact(word);
            spellings.Add(exact);
            spellings.Add(Fallback(exact));
        }

        return spellings;
    }
}
