using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Options;

/// <summary><c>--subwords NAME</c> and <c>--units NAME</c>: how lines are cut, and what links count.</summary>
internal sealed class UnitBundle
{
    private readonly Option<string?> _subwords = OptionFactory.OptionalChoice(
        "--subwords", "How the text is cut into subword pieces", PieceConventions.Names, PieceConventions.Auto);

    private readonly Option<string?> _units = Option(
        "--units",
        "What links count",
        "the pieces of text cut into subwords, else words, else the tokens of a named tokenizer and of text without "
            + "blanks");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withUnits">Whether the command reads or writes links.</param>
    public UnitBundle(ToolCommand command, bool withUnits)
    {
        command.Add(Headings.Words, _subwords);
        if (withUnits)
        {
            command.Add(Headings.Words, _units);
        }
    }

    /// <summary>An option that names units.</summary>
    public static Option<string?> Option(string name, string description, string standard) =>
        OptionFactory.OptionalChoice(
            name, description, Enum.GetNames<LinkUnits>().Select(unit => unit.ToLowerInvariant()), standard);

    /// <summary>The units of a name; null for none.</summary>
    public static LinkUnits? Parse(string? name) =>
        name is null ? null : Enum.Parse<LinkUnits>(name, ignoreCase: true);

    /// <summary>What the command line asks for.</summary>
    public UnitOptions Options(ParseResult parsed, LinkUnits? standard = null) => new()
    {
        Subwords = parsed.GetValue(_subwords),
        Units = parsed.GetResult(_units) is null ? standard : Parse(parsed.GetValue(_units)),
    };

    /// <summary>Whether links are to be written as spans of characters.</summary>
    public bool CountsCharacters(ParseResult parsed) => Options(parsed).Units == LinkUnits.Characters;

    /// <summary>Opens a text, and says what it is taken for.</summary>
    /// <param name="text">The tokenizers.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="reader">The bitext; closed with the text.</param>
    /// <param name="hear">Where messages go; null for nowhere.</param>
    /// <param name="answersAtOnce">Whether each pair is needed before the next is read.</param>
    /// <param name="standard">What links count if the command line does not say; null for what the text says.</param>
    public TokenizedBitext Open(
        TextOptions text,
        ParseResult parsed,
        BitextReader reader,
        Messages? hear,
        bool answersAtOnce = false,
        LinkUnits? standard = null) =>
        Open(text, Options(parsed, standard), reader, hear, answersAtOnce);

    /// <summary>
    /// The same for text that a saved model reads: by its tokenizers, but for sides that the model knows as tokenized.
    /// These are read as they come.
    /// </summary>
    /// <inheritdoc
    /// cref="Open(TextOptions, ParseResult, BitextReader, Messages, bool, LinkUnits?)" path="/param" />
    public TokenizedBitext OpenFor(
        TextOptions text,
        ParseResult parsed,
        BitextReader reader,
        Messages? hear,
        bool answersAtOnce = false,
        LinkUnits? standard = null)
    {
        UnitOptions options = Options(parsed, standard);
        UnitOptions known = options with { Subwords = options.Subwords ?? PieceConventions.Auto };
        return Open(text.ForNewText(), known, reader, hear, answersAtOnce);
    }

    private static TokenizedBitext Open(
        TextOptions text, UnitOptions options, BitextReader reader, Messages? hear, bool answersAtOnce) =>
        new(
            reader,
            text,
            options,
            answersAtOnce,
            hear is null ? null : layout => LayoutNotes.Tell(hear, layout, options));
}
