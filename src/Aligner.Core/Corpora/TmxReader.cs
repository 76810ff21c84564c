namespace Aligner.Core.Corpora;

/// <summary>
/// Reads TMX, a pair a translation unit. The source language is that of the header (<c>srclang</c>), or the first of a
/// unit where the header names none; the target language is the first other one of the first unit that has both. Units
/// without one of them are no pairs.
/// </summary>
/// <param name="xml">The file, at its first element; disposed with the reader.</param>
/// <param name="languages">The languages, where the user names them; else null.</param>
internal sealed class TmxReader(XmlText xml, LanguagePair? languages) : BitextReader
{
    private const string AnyLanguage = "*all*";

    private readonly SeenLanguages _seen = new(languages);

    private string? _source;
    private string? _target;
    private long _count;

    /// <inheritdoc />
    public override string Name => xml.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.ElementName == "header")
            {
                _source = NamedLanguage(xml.Attribute("srclang"));
            }
            else if (xml.IsElement && xml.ElementName == "tu" && ReadUnit() is { } pair)
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

    private static string? NamedLanguage(string? language) =>
        string.IsNullOrWhiteSpace(language) || language == AnyLanguage ? null : language;

    /// <summary>The place of the variant in the language, or else in another variety of it.</summary>
    private static int Find(List<(string Language, string Text)> variants, string language)
    {
        int exact = variants.FindIndex(variant =>
            variant.Language.Equals(language, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : variants.FindIndex(variant =>
            LanguagePair.Primary(variant.Language)
                .Equals(LanguagePair.Primary(language), StringComparison.OrdinalIgnoreCase));
    }

    private SentencePair? ReadUnit()
    {
        string? named = NamedLanguage(xml.Attribute("srclang")) ?? _source;
        List<(string Language, string Text)> variants = [];
        foreach (string child in xml.Children().Where(child => child == "tuv"))
        {
            string language = xml.Attribute("xml:lang") ?? xml.Attribute("lang") ?? "";
            _seen.Add(language);
            foreach (string part in xml.Children().Where(part => part == "seg"))
            {
                variants.Add((language, xml.ReadText()));
            }
        }

        return languages is null ? Choose(variants, named) : Choose(variants, languages);
    }

    private SentencePair? Choose(List<(string Language, string Text)> variants, LanguagePair wanted)
    {
        int source = variants.FindIndex(variant => LanguagePair.Matches(variant.Language, wanted.Source));
        int target = variants.FindIndex(variant => LanguagePair.Matches(variant.Language, wanted.Target));
        if (source < 0 || target < 0)
        {
            return null;
        }

        _seen.Find();
        return new SentencePair(++_count, variants[source].Text, variants[target].Text);
    }

    private SentencePair? Choose(List<(string Language, string Text)> variants, string? named)
    {
        int source = named is null ? 0 : Find(variants, named);
        if (source < 0 || variants.Count < 2)
        {
            return null;
        }

        (string _, string sourceText) = variants[source];
        variants.RemoveAt(source);
        _target ??= variants[0].Language;
        int target = Find(variants, _target);
        return target < 0 ? null : new SentencePair(++_count, sourceText, variants[target].Text);
    }
}
