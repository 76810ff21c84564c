namespace Aligner.Core.Corpora;

/// <summary>
/// Reads XLIFF, a pair a segment (version 2) or translation unit (version 1) that has a target. Suggestions
/// (<c>alt-trans</c>, <c>matches</c>) and notes are skipped.
/// </summary>
/// <param name="xml">The file, at its first element; disposed with the reader.</param>
/// <param name="languages">The languages, where the user names them; else null, for those of the file.</param>
internal sealed class XliffReader(XmlText xml, LanguagePair? languages) : BitextReader
{
    private readonly SeenLanguages _seen = new(languages);
    private LanguagePair _tags = new(xml.Attribute("srcLang") ?? "", xml.Attribute("trgLang") ?? "");
    private long _count;

    /// <inheritdoc />
    public override string Name => xml.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.ElementName == "file" && xml.Attribute("source-language") is { } source)
            {
                _tags = new LanguagePair(source, xml.Attribute("target-language") ?? "");
            }
            else if (xml.IsElement && xml.ElementName is "segment" or "trans-unit" && ReadSegment() is { } pair)
            {
                return pair;
            }
        }

        _seen.RequireFound(Name);
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

        return source is not null && target is not null ? Choose(source, target) : null;
    }

    /// <summary>The pair in the languages that are wanted, or null where it is in others.</summary>
    private SentencePair? Choose(string source, string target)
    {
        _seen.Add(_tags.Source);
        _seen.Add(_tags.Target);
        if (languages is not null)
        {
            if (IsIn(languages.Target, languages.Source))
            {
                (source, target) = (target, source);
            }
            else if (!IsIn(languages.Source, languages.Target))
            {
                return null;
            }
        }

        _seen.Find();
        return new SentencePair(++_count, source, target);

        bool IsIn(string first, string second) =>
            LanguagePair.Matches(_tags.Source, first) && LanguagePair.Matches(_tags.Target, second);
    }
}
