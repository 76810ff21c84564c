using Aligner.Core.Files;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>A trained vocabulary: special tokens, bytes if asked for, then pieces, the most probable first.</summary>
public sealed class UnigramVocabulary
{
    private const int ByteCount = 256;

    /// <summary>Precise enough, and short to write.</summary>
    private const int Digits = 6;

    private readonly UnigramTrainerOptions _options;

    internal UnigramVocabulary(UnigramTrainerOptions options, PieceTable pieces)
    {
        _options = options;
        List<(string Piece, double Score)> entries = [.. options.SpecialTokens.Select(token => (token, 0.0))];
        if (options.ByteFallback)
        {
            entries.AddRange(Enumerable.Range(0, ByteCount).Select(value => ($"<0x{value:X2}>", 0.0)));
        }

        entries.AddRange(pieces.Texts.Zip(pieces.Scores, (text, score) => (text, Math.Round(score, Digits)))
            .OrderByDescending(entry => entry.Item2).ThenBy(entry => entry.text, StringComparer.Ordinal));
        Entries = entries;
    }

    /// <summary>The pieces and their log-probabilities; special tokens and bytes have 0.</summary>
    public IReadOnlyList<(string Piece, double Score)> Entries { get; }

    /// <summary>Writes a Hugging Face <c>tokenizer.json</c>, which <see cref="SubwordTokenizer.Load"/> reads.</summary>
    /// <param name="path">The file; it appears whole or not at all.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="IOException">The file exists and may not be replaced, or cannot be written.</exception>
    public void Save(string path, bool overwrite = false)
    {
        using AtomicFile file = AtomicFile.Create(path, overwrite);
        Write(file.Stream);
        file.Commit();
    }

    /// <summary>Writes a Hugging Face <c>tokenizer.json</c>.</summary>
    public void Write(Stream stream) => UnigramFile.Write(stream, _options, Entries);
}
