using Aligner.Core;
using Aligner.Tokenization.Subwords.PreTokenizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads <c>pre_tokenizer</c> of a <c>tokenizer.json</c>.</summary>
internal static class PreTokenizerJson
{
    /// <exception cref="DataException">The section breaks the format or names a type that is not known.</exception>
    public static IPreTokenizer Read(JsonSection section)
    {
        if (!section.IsPresent)
        {
            return new SequencePreTokenizer([]);
        }

        return section.Type switch
        {
            "Sequence" => new SequencePreTokenizer([.. section["pretokenizers"].Items().Select(Read)]),
            "BertPreTokenizer" => Bert(),
            "Whitespace" => new PatternPreTokenizer(MatchFinders.Words, SplitBehavior.Removed, invert: true),
            "WhitespaceSplit" => WhiteSpace(),
            "Metaspace" => ReadMetaspace(section),
            "ByteLevel" => new ByteLevelPreTokenizer(
                section["add_prefix_space"].Flag(true), section["use_regex"].Flag(true)),
            "Punctuation" => new PatternPreTokenizer(
                MatchFinders.Class(RuneClasses.IsPunctuation), ReadBehavior(section["behavior"])),
            "Digits" => new PatternPreTokenizer(
                MatchFinders.Class(RuneClasses.IsNumber),
                section["individual_digits"].Flag(false) ? SplitBehavior.Isolated : SplitBehavior.Contiguous),
            "Split" => new PatternPreTokenizer(
                PatternJson.Read(section["pattern"]),
                ReadBehavior(section["behavior"]),
                section["invert"].Flag(false)),
            _ => throw section.UnknownType("pre-tokenizer"),
        };
    }

    /// <summary>White space separates, each punctuation mark is by itself.</summary>
    public static IPreTokenizer Bert() => new SequencePreTokenizer(
    [
        WhiteSpace(),
        new PatternPreTokenizer(MatchFinders.Class(RuneClasses.IsPunctuation), SplitBehavior.Isolated),
    ]);

    /// <summary>White space separates.</summary>
    public static PatternPreTokenizer WhiteSpace() =>
        new(MatchFinders.Class(RuneClasses.IsWhiteSpace), SplitBehavior.Removed);

    private static MetaspacePreTokenizer ReadMetaspace(JsonSection section)
    {
        string replacement = section["replacement"].Text("\u2581");
        if (replacement.Length != 1)
        {
            throw section["replacement"].Fault($"is '{replacement}', not one character");
        }

        // Older files have a flag where newer ones have a scheme.
        PrefixScheme scheme = section["prepend_scheme"].Text("always") switch
        {
            _ when !section["add_prefix_space"].Flag(true) => PrefixScheme.Never,
            "always" => PrefixScheme.Always,
            "first" => PrefixScheme.First,
            "never" => PrefixScheme.Never,
            string other => throw section["prepend_scheme"].Fault($"is '{other}', not always, first or never"),
        };
        return new MetaspacePreTokenizer(replacement[0], scheme, section["split"].Flag(true));
    }

    private static SplitBehavior ReadBehavior(JsonSection section)
    {
        string name = section.Text(nameof(SplitBehavior.Isolated));
        return Enum.GetNames<SplitBehavior>().Contains(name)
            ? Enum.Parse<SplitBehavior>(name)
            : throw section.Fault($"is '{name}', which is not known");
    }
}
