using System.Text;
using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>Recognizes and opens bitexts in XML: TMX, and XLIFF of versions 1 and 2.</summary>
internal static class XmlBitext
{
    // UTF-8 without and with a byte order mark, and UTF-16 of both byte orders.
    private static readonly byte[][] Starts =
    [
        .. new[] { "<?xml", "<tmx", "<xliff" }.SelectMany(start => new[]
        {
            Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes("\uFEFF" + start),
        }),
        [0xFF, 0xFE, 0x3C, 0x00],
        [0xFE, 0xFF, 0x00, 0x3C],
    ];

    /// <summary>Looks at as much of the stream as shows whether it is XML.</summary>
    public static PrefixedStream Peek(Stream stream) => PrefixedStream.Peek(stream, IsPartOfStart);

    /// <summary>Whether a file that begins with these bytes is XML.</summary>
    public static bool IsStart(ReadOnlySpan<byte> prefix)
    {
        foreach (byte[] start in Starts)
        {
            if (prefix.SequenceEqual(start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Opens TMX or XLIFF, by the name of the first element.</summary>
    /// <param name="stream">XML; disposed with the reader.</param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="languages">The languages, where the user names them; else null.</param>
    /// <exception cref="DataException">It is broken, or something else.</exception>
    public static BitextReader Open(Stream stream, string name, LanguagePair? languages)
    {
        XmlText xml = new(stream, name);
        try
        {
            while (xml.Read())
            {
                if (xml.IsElement)
                {
                    return xml.ElementName switch
                    {
                        "tmx" => new TmxReader(xml, languages),
                        "xliff" => new XliffReader(xml, languages),
                        string other => throw xml.Error($"<{other}> is neither TMX nor XLIFF"),
                    };
                }
            }

            throw xml.Error("no element");
        }
        catch
        {
            xml.Dispose();
            throw;
        }
    }

    private static bool IsPartOfStart(ReadOnlySpan<byte> prefix)
    {
        foreach (byte[] start in Starts)
        {
            if (start.Length > prefix.Length && start.AsSpan().StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
