namespace Aligner.Combination.Adaptation;

/// <summary>The most frequent words of a side, to each of which a guideline may have its own stance.</summary>
internal sealed class FrequentWords
{
    /// <summary>Rarer words tell nothing of a guideline.</summary>
    private const int LeastCount = 4;

    /// <summary>Keeps the Hessian small: function words and punctuation of any language are among these.</summary>
    private const int MostWords = 200;

    private readonly Dictionary<string, int> _places;

    /// <param name="sentences">Words in lower case.</param>
    /// <param name="first">The place in z of the first.</param>
    public FrequentWords(IEnumerable<IReadOnlyList<string>> sentences, int first)
    {
        string[] words =
        [
            .. sentences.SelectMany(words => words).CountBy(word => word)
                .Where(word => word.Value >= LeastCount)
                .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(MostWords).Select(word => word.Key),
        ];
        _places = words.Index().ToDictionary(item => item.Item, item => first + item.Index);
    }

    /// <summary>The number of words.</summary>
    public int Count => _places.Count;

    /// <summary>The place of a word in z; −1 if it has none.</summary>
    public int Place(string word) => _places.GetValueOrDefault(word, -1);

    /// <summary>What an adaptation adds for each word.</summary>
    public IReadOnlyDictionary<string, float> Read(double[] adaptation) =>
        _places.ToDictionary(word => word.Key, word => (float)adaptation[word.Value]);
}
