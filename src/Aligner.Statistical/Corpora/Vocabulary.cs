using System.Runtime.InteropServices;

namespace Aligner.Statistical.Corpora;

/// <summary>
/// The word types of one side of a bitext, numbered 0, 1, 2 … by first occurrence. NULL has no number, so that no
/// token can collide with it.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The number that stands for a word outside the vocabulary.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _words;

    public Vocabulary()
        : this([])
    {
    }

    /// <summary>Numbers <paramref name="words"/> in their order.</summary>
    /// <exception cref="ArgumentException">A word comes twice.</exception>
    public Vocabulary(IEnumerable<string> words)
    {
        _words = [.. words];
        _ids = new Dictionary<string, int>(_words.Count, StringComparer.Ordinal);
        _bySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int id = 0; id < _words.Count; id++)
        {
            _ids.Add(_words[id], id);
        }
    }

    /// <summary>The number of word types.</summary>
    public int Count => _words.Count;

    /// <summary>The word with number <paramref name="id"/>.</summary>
    public string this[int id] => _words[id];

    /// <summary>All words in the order of their numbers.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The number of <paramref name="word"/>, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, word, out bool exists);
        if (!exists)
        {
            id = _words.Count;
            _words.Add(word.ToString());
        }

        return id;
    }

    /// <summary>The number of <paramref name="word"/>, or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out int id) ? id : Unknown;
}
