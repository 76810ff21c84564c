using System.Globalization;
using System.Numerics.Tensors;
using Aligner.Core;

namespace Aligner.Similarity.Vectors;

/// <summary>
/// The binary model of fastText (<c>.bin</c>, versions 11 and 12, not quantized). The vector of a word is the mean of
/// its own row, if it has one, and those of its character n-grams.
/// </summary>
/// <remarks>
/// The rows of n-grams are never held: each is added to the wanted words that have it while the file passes. A wanted
/// word that the model does not list gets a vector from its n-grams, unless the model lists its lower-case form.
/// </remarks>
internal static class FastTextModelReader
{
    private const int OldVersion = 11;
    private const int Version = 12;
    private const int SupervisedModel = 3;
    private const string EndOfSentence = "</s>";

    private static ReadOnlySpan<byte> Magic => [0xBA, 0x16, 0x4F, 0x2F];

    public static bool Recognizes(BinaryInput input) => input.StartsWith(Magic);

    public static WordVectors Read(BinaryInput input, IReadOnlySet<string>? wanted, CancellationToken cancellation)
    {
        (int dimension, FastTextSubwords subwords) = ReadArguments(input);
        (List<string> words, int wordCount) = ReadDictionary(input);
        bool isQuantized = input.ReadByte() != 0;
        long rows = isQuantized
            ? throw input.Error("the model is quantized: only full models can be read")
            : input.ReadInt64();
        long columns = input.ReadInt64();
        if (columns != dimension || rows != (long)wordCount + subwords.Buckets)
        {
            throw input.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"a matrix of {rows} × {columns} for {wordCount} words, {subwords.Buckets} buckets and vectors of "
                + $"{dimension}"));
        }

        Plan plan = new(words, wordCount, subwords, wanted);
        return plan.Fill(input, rows, dimension, cancellation);
    }

    private static (int Dimension, FastTextSubwords Subwords) ReadArguments(BinaryInput input)
    {
        input.Skip(Magic.Length);
        int version = input.ReadInt32();
        if (version is not (OldVersion or Version))
        {
            throw input.Error(string.Create(
                CultureInfo.InvariantCulture, $"fastText version {version}: only 11 and 12 can be read"));
        }

        int dimension = input.ReadInt32();
        input.Skip(6 * sizeof(int)); // window, epochs, least count, negatives, word n-grams, loss
        int model = input.ReadInt32();
        int buckets = input.ReadInt32();
        int shortest = input.ReadInt32();
        int longest = input.ReadInt32();
        input.Skip(sizeof(int) + sizeof(double)); // learning-rate updates, sampling threshold
        if (dimension is < 1 or > BinaryVectorReader.MaxDimension || buckets < 0 || longest < 0)
        {
            throw input.Error("the model's settings are out of range");
        }

        // Old classifiers were saved with lengths that they did not use.
        bool hasSubwords = version != OldVersion || model != SupervisedModel;
        return (dimension, new FastTextSubwords(shortest, hasSubwords ? longest : 0, buckets));
    }

    private static (List<string> Words, int WordCount) ReadDictionary(BinaryInput input)
    {
        int size = input.ReadInt32();
        int wordCount = input.ReadInt32();
        int labelCount = input.ReadInt32();
        input.Skip(sizeof(long)); // tokens
        long pruned = input.ReadInt64();
        if (wordCount < 0 || labelCount < 0 || size != wordCount + labelCount || pruned > 0)
        {
            throw input.Error("the dictionary is damaged or pruned");
        }

        List<string> words = [];
        for (int k = 0; k < size; k++)
        {
            string word = input.ReadText(0);
            input.Skip(sizeof(long) + sizeof(byte)); // count, kind
            if (k < wordCount)
            {
                words.Add(word);
            }
        }

        return (words, wordCount);
    }

    /// <summary>Which words need which rows of the matrix.</summary>
    private sealed class Plan
    {
        private readonly List<(string Word, int Rows)> _words = [];
        private readonly Dictionary<long, List<int>> _usersOfRow = [];

        public Plan(
            List<string> listed, int wordCount, FastTextSubwords subwords, IReadOnlySet<string>? wanted)
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            for (int row = 0; row < listed.Count; row++)
            {
                if (wanted is null || wanted.Contains(listed[row]))
                {
                    known.Add(listed[row]);
                    Add(listed[row], row, listed[row] == EndOfSentence ? [] : subwords.Of(listed[row]), wordCount);
                }
            }

            foreach (string word in (wanted ?? known).Order(StringComparer.Ordinal))
            {
                if (!known.Contains(word) && !known.Contains(WordSpelling.Fallback(word)))
                {
                    Add(word, null, subwords.Of(word), wordCount);
                }
            }
        }

        public WordVectors Fill(BinaryInput input, long rows, int dimension, CancellationToken cancellation)
        {
            float[][] sums = [.. _words.Select(_ => new float[dimension])];
            float[] values = new float[dimension];
            for (long row = 0; row < rows; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!_usersOfRow.TryGetValue(row, out List<int>? users))
                {
                    input.Skip((long)dimension * sizeof(float));
                    continue;
                }

                input.ReadFloats(values);
                foreach (int user in users)
                {
                    TensorPrimitives.Add(sums[user], values, sums[user]);
                }
            }

            WordVectors vectors = new(dimension);
            for (int k = 0; k < sums.Length; k++)
            {
                TensorPrimitives.Divide(sums[k], _words[k].Rows, sums[k]);
                if (!TensorPrimitives.IsFiniteAll<float>(sums[k]))
                {
                    throw input.Error($"the vectors of {Excerpt.Quote(_words[k].Word)} have a sum that is not finite");
                }

                vectors.Add(_words[k].Word, sums[k]);
            }

            return vectors;
        }

        private void Add(string word, int? row, List<int> buckets, int wordCount)
        {
            IEnumerable<long> rows = buckets.Select(bucket => (long)wordCount + bucket);
            if (row is { } own)
            {
                rows = rows.Prepend(own);
            }

            int count = 0;
            foreach (long needed in rows)
            {
                if (!_usersOfRow.TryGetValue(needed, out List<int>? users))
                {
                    _usersOfRow[needed] = users = [];
                }

                users.Add(_words.Count);
                count++;
            }

            if (count > 0)
            {
                _words.Add((word, count));
            }
        }
    }
}
