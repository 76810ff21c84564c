namespace Aligner.Applications.Lexicons;

/// <summary>All formats of lexicons.</summary>
public static class LexiconFormats
{
    /// <summary>Adding a format is a class and a line here.</summary>
    public static IReadOnlyList<ILexiconFormat> All { get; } =
    [
        new TableFormat(),
        new ProbabilityFormat("marian", "target, source and p(t|s): the lexical shortlist of Marian", holdsNull: false),
        new ProbabilityFormat("moses", "the same with NULL: lex.f2e of Moses", holdsNull: true),
        new EflomalFormat(),
        new WordListFormat(),
    ];

    /// <summary>The format of a name.</summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static ILexiconFormat Get(string name) => All.FirstOrDefault(format => format.Name == name)
        ?? throw new ArgumentException($"unknown lexicon format '{name}'", nameof(name));
}
