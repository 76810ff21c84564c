namespace Aligner.Core.Corpora;

/// <summary>
/// Reads XLIFF, a pair a segment (version 2) or translation unit (version 1) that has a target. Suggestions
/// (<c>alt-trans</c>, <c>matches</c>) and notes are skipped.
/// </summary>
/// <param name="xml">The file, at its first element; disposed with the reader.</param>
internal sealed class XliffReader(XmlText xml) : BitextReader
{
    private long _count;

    /// <inheritdoc />
    public override string Name => xml.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.ElementName is "segment" or "trans-unit" && ReadSegment() is { } pair)
            {
                return pair;
            }
        }

        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            xml.Dispose();
        }
    }

    private SentencePair? ReadSegment()
    {
        string? source = null;
        string? target = null;
        foreach (string child in xml.Children())
        {
            if (child == "source")
            {
                source = xml.ReadText();
            }
            else if (child == "target")
            {
                target = xml.ReadText();
            }
        }

        return source is not null && target is not null ? new SentencePair(++_count, source, target) : null;
    }
}
