using System.Text;
using System.Xml;

namespace Aligner.Core.Corpora;

/// <summary>
/// Reads XML from front to back. Document types are skipped: no entity is defined by the file and nothing outside of it
/// is read. Depth and length of a segment are bounded.
/// </summary>
/// <param name="stream">XML; disposed with the reader.</param>
/// <param name="name">What error messages call it.</param>
internal sealed class XmlText(Stream stream, string name) : IDisposable
{
    private const int Deepest = 256;
    private const int LongestSegment = 1 << 24;

    /// <summary>Elements of TMX and XLIFF whose content is markup of the document, not text.</summary>
    private static readonly HashSet<string> Codes = ["bpt", "ept", "it", "ph", "ut"];

    private readonly char[] _chunk = new char[1 << 12];

    private readonly XmlReader _reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>What error messages call the file.</summary>
    public string Name => name;

    /// <summary>Whether the node is the start of an element.</summary>
    public bool IsElement => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Name of the element, without its prefix.</summary>
    public string ElementName => _reader.LocalName;

    /// <summary>Moves to the next node; false at the end.</summary>
    /// <exception cref="DataException">The file is broken.</exception>
    public bool Read()
    {
        try
        {
            bool hasNode = _reader.Read();
            return _reader.Depth <= Deepest ? hasNode : throw Error($"elements within more than {Deepest} others");
        }
        catch (XmlException exception)
        {
            throw new DataException(name, exception.LineNumber, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            throw Error($"damaged compressed data: {exception.Message}");
        }
    }

    /// <summary>An attribute of the element, or null.</summary>
    public string? Attribute(string attribute) => _reader.GetAttribute(attribute);

    /// <summary>The elements directly within this one; each may be read, as far as wanted, before the next.</summary>
    public IEnumerable<string> Children()
    {
        int depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            yield break;
        }

        while (Read() && _reader.Depth > depth)
        {
            if (IsElement && _reader.Depth == depth + 1)
            {
                yield return ElementName;
            }
        }
    }

    /// <summary>
    /// The text of the element, with that of elements within it, but without markup of the document; line breaks and
    /// tabs are spaces.
    /// </summary>
    public string ReadText()
    {
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        StringBuilder text = new();
        int depth = _reader.Depth;
        int codeDepth = int.MaxValue;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.Depth <= codeDepth)
            {
                codeDepth = IsElement && Codes.Contains(ElementName) ? _reader.Depth : int.MaxValue;
            }

            if (codeDepth == int.MaxValue && _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                AppendValue(text);
            }
        }

        return text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').ToString();
    }

    /// <summary>An error at the place of the node.</summary>
    public DataException Error(string message) => new(name, ((IXmlLineInfo)_reader).LineNumber, message);

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private void AppendValue(StringBuilder text)
    {
        try
        {
            int count;
            while ((count = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                text.Append(_chunk, 0, count);
                if (text.Length > LongestSegment)
                {
                    throw Error($"a segment of more than {LongestSegment} characters");
                }
            }
        }
        catch (XmlException exception)
        {
            throw new DataException(name, exception.LineNumber, exception.Message);
        }
        catch (InvalidDataException exception)
        {
            throw Error($"damaged compressed data: {exception.Message}");
        }
    }
}
