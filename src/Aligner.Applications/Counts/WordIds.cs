namespace Aligner.Applications.Counts;

/// <summary>Numbers words in the order in which they come; 0 is NULL.</summary>
internal sealed class WordIds
{
    /// <summary>The number of NULL, which stands for being without a link.</summary>
    public const int Null = 0;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = ["NULL"];

    /// <summary>How many numbers there are, that of NULL included.</summary>
    public int Count => _words.Count;

    /// <summary>The word of a number.</summary>
    public string this[int id] => _words[id];

    /// <summary>The number of a word, a new one if it has none.</summary>
    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out int id))
        {
            id = _words.Count;
            _ids.Add(word, id);
            _words.Add(word);
        }

        return id;
    }

    /// <summary>The number of a word, -1 if it has none; null is NULL.</summary>
    public int Find(string? word) => word is null ? Null : _ids.GetValueOrDefault(word, -1);
}
