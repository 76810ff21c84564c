using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>Reads sentence pairs one after the other; every input line is a pair, also where a side is empty.</summary>
public abstract class BitextReader : IDisposable
{
    /// <summary>What error messages call the input.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Opens a bitext that holds both sides: in a line, or in TMX or XLIFF, which are recognized by their first bytes.
    /// </summary>
    /// <param name="path">A path, or <c>-</c> for standard input; plain or compressed.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DataException">The file is damaged.</exception>
    public static BitextReader Open(string path) => OpenAny(path, languages: null);

    /// <summary>Opens TMX or XLIFF and takes two of its languages.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input; plain or compressed.</param>
    /// <param name="languages">The languages.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DataException">The file is damaged, or neither TMX nor XLIFF.</exception>
    public static BitextReader Open(string path, LanguagePair languages) => OpenAny(path, languages);

    /// <summary>Opens a bitext whose sides are two columns of a table with a TAB between columns.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input; plain or compressed.</param>
    /// <param name="sourceColumn">Column of the source sentence, counted from 1.</param>
    /// <param name="targetColumn">Column of the target sentence, counted from 1.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BitextReader Open(string path, int sourceColumn, int targetColumn)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sourceColumn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetColumn, 1);
        return new ColumnBitextReader(TextInput.Open(path), sourceColumn, targetColumn);
    }

    /// <summary>Opens a bitext of two line-parallel files.</summary>
    /// <param name="sourcePath">A path, or <c>-</c> for standard input; plain or compressed.</param>
    /// <param name="targetPath">Likewise; only one of the two can be standard input.</param>
    /// <exception cref="ArgumentException">Both are standard input.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static BitextReader Open(string sourcePath, string targetPath)
    {
        if (sourcePath == TextInput.StandardStreamPath && targetPath == TextInput.StandardStreamPath)
        {
            throw new ArgumentException("source and target cannot both be standard input", nameof(targetPath));
        }

        LineReader source = TextInput.Open(sourcePath);
        try
        {
            return new SplitBitextReader(source, TextInput.Open(targetPath));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next pair, or null at the end.</summary>
    /// <exception cref="BrokenLineException">
    /// A line breaks the format; the next call reads the pair after it.
    /// </exception>
    /// <exception cref="DataException">The input cannot be read on.</exception>
    public abstract SentencePair? Read();

    /// <summary>Passes over the next pair, whatever it holds.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DataException">The input cannot be read on.</exception>
    public virtual bool Skip()
    {
        try
        {
            return Read() is not null;
        }
        catch (BrokenLineException)
        {
            return true;
        }
    }

    /// <summary>Passes over all pairs that are left.</summary>
    /// <returns>How many there were.</returns>
    /// <inheritdoc cref="Skip" path="/exception" />
    public long SkipAll()
    {
        long count = 0;
        while (Skip())
        {
            count++;
        }

        return count;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private static BitextReader OpenAny(string path, LanguagePair? languages)
    {
        string name = path == TextInput.StandardStreamPath ? TextInput.StandardInputName : path;
        Stream stream = TextInput.OpenStream(path);
        try
        {
            PrefixedStream prefixed = XmlBitext.Peek(stream);
            return XmlBitext.IsStart(prefixed.Prefix)
                ? XmlBitext.Open(prefixed, name, languages)
                : languages is not null ? throw new DataException(name, 0, "languages are named in TMX and XLIFF alone")
                : new JointBitextReader(new LineReader(prefixed, name));
        }
        catch (InvalidDataException exception)
        {
            stream.Dispose();
            throw new DataException(name, 1, $"damaged compressed data: {exception.Message}");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
