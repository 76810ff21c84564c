namespace Aligner.Tokenization.Pieces;

/// <summary>The conventions by name.</summary>
public static class PieceConventions
{
    /// <summary>Stands for the convention that the first lines of a text follow, if any.</summary>
    public const string Auto = "auto";

    /// <summary>Stands for text that is not cut into pieces.</summary>
    public const string None = "none";

    /// <summary>Every convention, in the order in which help texts list them.</summary>
    public static IReadOnlyList<PieceConvention> All { get; } =
    [
        new SentencePieceConvention(),
        new ContinuationConvention(),
        new WordPieceConvention(),
        new JoinerConvention(),
        new EndOfWordConvention(),
    ];

    /// <summary>All names that can be chosen.</summary>
    public static IEnumerable<string> Names => [Auto, None, .. All.Select(convention => convention.Name)];

    /// <summary>The convention called <paramref name="name"/>; null for <see cref="None"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static PieceConvention? Get(string name) =>
        name == None
            ? null
            : All.FirstOrDefault(convention => convention.Name == name)
                ?? throw new ArgumentException(
                    $"unknown convention of subwords '{name}': choose from {string.Join(", ", Names)}", nameof(name));
}
