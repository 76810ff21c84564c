using System.Globalization;

namespace Aligner.Similarity.Vectors;

/// <summary>
/// The binary format of word2vec: a line with the number of words and of values, then each word, a blank and its values
/// as 32-bit floats, with or without a newline after them.
/// </summary>
internal static class BinaryVectorReader
{
    public static WordVectors Read(BinaryInput input, IReadOnlySet<string>? wanted, CancellationToken cancellation)
    {
        string header = input.ReadText((byte)'\n').Trim();
        string[] fields = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 2
            || !long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int dimension)
            || dimension is 0 or > MaxDimension)
        {
            throw input.Error("neither a fastText model nor word2vec with a header of two numbers");
        }

        WordVectors vectors = new(dimension);
        for (long row = 0; row < count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            string word = input.ReadText((byte)' ').TrimStart('\n');
            if (wanted?.Contains(word) == false)
            {
                input.Skip((long)dimension * sizeof(float));
            }
            else
            {
                float[] values = new float[dimension];
                input.ReadFloats(values);
                vectors.Add(word, values);
            }
        }

        return vectors;
    }

    /// <summary>More than any model has; keeps a damaged header from taking all memory.</summary>
    internal const int MaxDimension = 1 << 16;
}
