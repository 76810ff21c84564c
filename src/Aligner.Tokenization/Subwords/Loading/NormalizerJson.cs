using System.Text;
using Aligner.Core;
using Aligner.Tokenization.Subwords.Normalizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads <c>normalizer</c> of a <c>tokenizer.json</c>.</summary>
internal static class NormalizerJson
{
    /// <exception cref="DataException">The section breaks the format or names a type that is not known.</exception>
    public static INormalizer Read(JsonSection section)
    {
        if (!section.IsPresent)
        {
            return new SequenceNormalizer([]);
        }

        return section.Type switch
        {
            "Sequence" => new SequenceNormalizer([.. section["normalizers"].Items().Select(Read)]),
            "BertNormalizer" => ReadBert(section),
            "NFC" => new UnicodeNormalizer(NormalizationForm.FormC),
            "NFD" => new UnicodeNormalizer(NormalizationForm.FormD),
            "NFKC" => new UnicodeNormalizer(NormalizationForm.FormKC),
            "NFKD" => new UnicodeNormalizer(NormalizationForm.FormKD),
            "Lowercase" => new LowercaseNormalizer(),
            "StripAccents" => new FilterNormalizer(RuneClasses.IsMark),
            "Strip" => new StripNormalizer(section["strip_left"].Flag(true), section["strip_right"].Flag(true)),
            "Replace" => new ReplaceNormalizer(PatternJson.Read(section["pattern"]), section["content"].Text()),
            "Prepend" => new PrependNormalizer(section["prepend"].Text()),
            "Precompiled" => new PrecompiledNormalizer(ReadMap(section["precompiled_charsmap"])),
            "Nmt" => new NmtNormalizer(),
            _ => throw section.UnknownType("normalizer"),
        };
    }

    private static BertNormalizer ReadBert(JsonSection section)
    {
        bool lowercase = section["lowercase"].Flag(true);
        return new BertNormalizer(
            section["clean_text"].Flag(true),
            section["handle_chinese_chars"].Flag(true),
            section["strip_accents"].Flag(lowercase),
            lowercase);
    }

    private static CharsMap ReadMap(JsonSection section)
    {
        try
        {
            return new CharsMap(Convert.FromBase64String(section.Text()));
        }
        catch (FormatException exception)
        {
            throw section.Fault($"is damaged: {exception.Message}");
        }
    }
}
