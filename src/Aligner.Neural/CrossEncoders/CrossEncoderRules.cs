namespace Aligner.Neural.CrossEncoders;

/// <summary>All rules. Adding one is a class and an entry here.</summary>
public static class CrossEncoderRules
{
    public static IReadOnlyList<CrossEncoderRuleEntry> All { get; } =
    [
        new("binary", "a cross-encoder says of each word if it is a link of the marked one", new BinaryRule()),
        new("span", "a cross-encoder answers with the span that translates the marked word", new SpanRule()),
    ];

    /// <exception cref="ArgumentException">There is no rule of that name.</exception>
    public static ICrossEncoderRule Get(string name) =>
        All.FirstOrDefault(entry => entry.Name == name)?.Rule
        ?? throw new ArgumentException($"unknown rule '{name}'", nameof(name));
}

/// <summary>A rule as users choose it.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Rule">The rule.</param>
public sealed record CrossEncoderRuleEntry(string Name, string Summary, ICrossEncoderRule Rule);
