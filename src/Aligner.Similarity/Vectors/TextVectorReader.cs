using System.Globalization;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Similarity.Vectors;

/// <summary>
/// The text format of word2vec and fastText (<c>.vec</c>): a line with the number of words and of values, then a word
/// and its values a line. Without the first line it is that of GloVe.
/// </summary>
internal static class TextVectorReader
{
    public static WordVectors Read(LineReader lines, IReadOnlySet<string>? wanted, CancellationToken cancellation)
    {
        string? line = lines.ReadLine() ?? throw new DataException(lines.Name, 0, "no vectors: the file is empty");
        long? expected = null;
        WordVectors vectors;
        if (TryHeader(line, out long count, out int dimension))
        {
            if (dimension > BinaryVectorReader.MaxDimension)
            {
                throw new DataException(lines.Name, 1, string.Create(
                    CultureInfo.InvariantCulture,
                    $"vectors of {dimension} values, more than {BinaryVectorReader.MaxDimension}"));
            }

            expected = count;
            vectors = new WordVectors(dimension);
            line = lines.ReadLine();
        }
        else
        {
            int values = line.AsSpan().TrimEnd(' ').Count(' ');
            vectors = values is > 0 and <= BinaryVectorReader.MaxDimension
                ? new WordVectors(values)
                : throw new DataException(lines.Name, 1, "neither a header nor a word with its values");
        }

        long rows = 0;
        for (; line is not null; line = lines.ReadLine())
        {
            cancellation.ThrowIfCancellationRequested();
            Add(lines, line, wanted, vectors);
            rows++;
        }

        return expected is null || rows == expected
            ? vectors
            : throw new DataException(lines.Name, 0, string.Create(
                CultureInfo.InvariantCulture, $"the header says {expected} words, but there are {rows}"));
    }

    private static bool TryHeader(string line, out long count, out int dimension)
    {
        dimension = 0;
        count = 0;
        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var words, var values]
            && long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && int.TryParse(values, NumberStyles.None, CultureInfo.InvariantCulture, out dimension)
            && dimension > 0;
    }

    private static void Add(LineReader lines, string line, IReadOnlySet<string>? wanted, WordVectors vectors)
    {
        ReadOnlySpan<char> text = line.AsSpan().TrimEnd(' ');
        int end = Math.Max(0, text.IndexOf(' '));
        int count = text[end..].Count(' ');
        if (count != vectors.Dimension)
        {
            throw new DataException(lines.Name, lines.Line, string.Create(
                CultureInfo.InvariantCulture, $"{count} values where there should be {vectors.Dimension}"));
        }

        string word = text[..end].ToString();
        if (wanted?.Contains(word) == false)
        {
            return;
        }

        float[] values = new float[count];
        ReadOnlySpan<char> rest = text[(end + 1)..];
        int next = 0;
        foreach (Range field in rest.Split(' '))
        {
            if (!float.TryParse(rest[field], NumberStyles.Float, CultureInfo.InvariantCulture, out values[next])
                || !float.IsFinite(values[next]))
            {
                throw new DataException(lines.Name, lines.Line, $"\"{rest[field]}\" is not a finite number");
            }

            next++;
        }

        vectors.Add(word, values);
    }
}
