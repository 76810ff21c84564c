using Aligner.Core.Text;

namespace Aligner.Similarity.Vectors;

/// <summary>Reads files of word vectors.</summary>
public static class VectorFile
{
    /// <summary>
    /// Reads a file. Names that end in <c>.bin</c> or <c>.bin.gz</c> are binary: a fastText model, known by its first
    /// bytes, or word2vec; all others are text. Gzip is recognized by itself.
    /// </summary>
    /// <param name="path">A path, or <c>-</c> for text on standard input.</param>
    /// <param name="wanted">
    /// The words to keep, so that memory grows with them and not with the file; null keeps all. A fastText model with
    /// subwords gives wanted words that it does not list a vector too.
    /// </param>
    /// <param name="cancellation">Looked at while reading.</param>
    /// <exception cref="Core.DataException">The file breaks its format; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WordVectors Read(string path, IReadOnlySet<string>? wanted, CancellationToken cancellation)
    {
        if (!IsBinary(path))
        {
            using LineReader lines = TextInput.Open(path);
            return TextVectorReader.Read(lines, wanted, cancellation);
        }

        using BinaryInput input = new(TextInput.OpenStream(path), path);
        return FastTextModelReader.Recognizes(input)
            ? FastTextModelReader.Read(input, wanted, cancellation)
            : BinaryVectorReader.Read(input, wanted, cancellation);
    }

    private static bool IsBinary(string path) =>
        path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".bin.gz", StringComparison.OrdinalIgnoreCase);
}
