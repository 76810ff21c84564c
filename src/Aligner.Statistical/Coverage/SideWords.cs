using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Coverage;

/// <summary>The words of one side of a text, and how they look without capitals or attached punctuation.</summary>
internal sealed class SideWords
{
    private readonly HashSet<string> _words;
    private readonly Lazy<HashSet<string>> _lower;
    private readonly Lazy<HashSet<string>> _bare;

    /// <param name="vocabulary">The words.</param>
    /// <param name="frequencies">How often each comes; those that never do are left out.</param>
    public SideWords(Vocabulary vocabulary, WordFrequencies frequencies)
    {
        _words = [.. vocabulary.Words.Where((_, word) => frequencies.Counts[word] > 0)];
        _lower = new Lazy<HashSet<string>>(() => [.. _words.Select(Lower)]);
        _bare = new Lazy<HashSet<string>>(() => [.. _words.Select(Bare)]);
    }

    /// <summary>Whether a word comes.</summary>
    public bool Has(string word) => _words.Contains(word);

    /// <summary>Whether a word comes in any case.</summary>
    public bool HasInAnyCase(string word) => _lower.Value.Contains(Lower(word));

    /// <summary>Whether a word comes when the punctuation around words is taken away.</summary>
    public bool HasBare(string word) => Bare(word) is { Length: > 0 } bare && _bare.Value.Contains(bare);

    private static string Lower(string word) => word.ToLowerInvariant();

    private static string Bare(string word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]) && !char.IsSurrogate(word[end - 1]))
        {
            end--;
        }

        return word[start..end];
    }
}
