using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Hosting;

/// <summary>Says what the lines of a text are taken for, and what its links count.</summary>
internal static class LayoutNotes
{
    /// <summary>One line, with <c>-v</c> only if the text is read as it is; and a warning about units.</summary>
    public static void Tell(Messages messages, TextLayout layout, UnitOptions asked)
    {
        (string source, string target) = (Describe(layout.Source), Describe(layout.Target));
        string note = source == target ? $"text: {source}" : $"text: source {source}; target {target}";
        if (layout.IsPlain)
        {
            messages.Detail(note);
        }
        else if (layout.Source.Kind is not null || layout.Target.Kind is not null)
        {
            messages.Note($"{note}; links count {Units(layout)}");
        }

        if (asked.Units is null && (IsWithoutBlanks(layout.Source) || IsWithoutBlanks(layout.Target)))
        {
            messages.Warn("links count tokens where the file has no blanks between words: --format jsonl --tokens "
                + "prints them, --units words or characters counts others");
        }
    }

    private static bool IsWithoutBlanks(SideLayout side) =>
        side is { Kind: TextKind.WithoutBlanks, Pieces: null, Units: LinkUnits.Tokens };

    private static string Describe(SideLayout side)
    {
        string kind = side.Kind switch
        {
            TextKind.Raw => "raw, split inside words",
            TextKind.WithoutBlanks when IcuTokenizer.IsAvailable => "without blanks, split by the dictionaries of ICU",
            TextKind.WithoutBlanks => "without blanks, split by character since there is no ICU library",
            TextKind.Tokenized => "tokenized, left as it is",
            _ => $"split by {side.Tokenizer.Name}",
        };
        return side.Pieces is { } pieces ? $"subword pieces ({pieces.Mark}) of text that is {kind}" : kind;
    }

    private static string Units(TextLayout layout) => Name(layout.Source) == Name(layout.Target)
        ? Name(layout.Source)
        : $"{Name(layout.Source)} of the source and {Name(layout.Target)} of the target";

    private static string Name(SideLayout side) => side.Units switch
    {
        LinkUnits.Words => "words",
        LinkUnits.Tokens when side.Pieces is not null => "pieces",
        LinkUnits.Tokens => "tokens",
        _ => "characters",
    };
}
