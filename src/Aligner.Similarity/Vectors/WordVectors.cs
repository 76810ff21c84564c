using System.Diagnostics.CodeAnalysis;

namespace Aligner.Similarity.Vectors;

/// <summary>Vectors of the words of one language.</summary>
/// <remarks>Memory is 4 bytes a value, plus the words. Safe to share between threads once filled.</remarks>
public sealed class WordVectors
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<float[]> _vectors = [];

    /// <param name="dimension">Length of a vector.</param>
    public WordVectors(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Dimension = dimension;
    }

    /// <summary>Length of a vector.</summary>
    public int Dimension { get; }

    /// <summary>The words, in the order of their file.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The vector of the word at an index of <see cref="Words"/>.</summary>
    public ReadOnlySpan<float> this[int word] => _vectors[word];

    /// <summary>Finds the vector of a word.</summary>
    public bool TryFind(string word, [NotNullWhen(true)] out float[]? vector)
    {
        vector = _index.TryGetValue(word, out int row) ? _vectors[row] : null;
        return vector is not null;
    }

    /// <summary>Adds a word; of equal words the first counts.</summary>
    /// <param name="word">The word.</param>
    /// <param name="vector">Kept, not copied.</param>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public void Add(string word, float[] vector)
    {
        if (vector.Length != Dimension)
        {
            throw new ArgumentException(
                $"a vector of {vector.Length} values among those of {Dimension}", nameof(vector));
        }

        if (_index.TryAdd(word, _words.Count))
        {
            _words.Add(word);
            _vectors.Add(vector);
        }
    }
}
