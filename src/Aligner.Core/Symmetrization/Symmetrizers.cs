namespace Aligner.Core.Symmetrization;

/// <summary>The heuristics by name.</summary>
/// <remarks>
/// All are deterministic and safe to share between threads. None consults the sentence lengths: a link beyond them is
/// kept like any other, since a file of links alone does not tell them. Time is O(n log n) and memory O(n) in the
/// number of links n.
/// </remarks>
public static class Symmetrizers
{
    private static readonly SymmetrizerEntry[] SetEntries =
    [
        new("forward", "The links of the source-to-target direction",
            new SetSymmetrizer((forward, _) => forward)),
        new("reverse", "The links of the target-to-source direction",
            new SetSymmetrizer((_, reverse) => reverse)),
        new("intersection", "The links that both directions have",
            new SetSymmetrizer((forward, reverse) => forward.Intersect(reverse))),
        new("union", "The links that either direction has",
            new SetSymmetrizer((forward, reverse) => forward.Union(reverse))),
    ];

    private static readonly SymmetrizerEntry Och =
        new("och", "The refined method of Och and Ney (2003): extends the intersection in rows or columns",
            new SteppedSymmetrizer(new SweepStep(Neighborhood.Four, LinkRules.Refined)));

    private static readonly Dictionary<GrowDefinition, SymmetrizerEntry[]> ByDefinition = new()
    {
        [GrowDefinition.Moses] = Family(
            new SpreadStep(Neighborhood.Four, LinkRules.AnyWordFree),
            new SpreadStep(Neighborhood.Eight, LinkRules.AnyWordFree),
            LinkRules.AnyWordFree,
            steps => new TargetMajorSymmetrizer(new SteppedSymmetrizer(steps))),
        [GrowDefinition.Atools] = Family(
            new SweepStep(Neighborhood.Four, LinkRules.Beside(Neighborhood.Four, LinkRules.AnyWordFree)),
            new SweepStep(Neighborhood.Eight, LinkRules.Beside(Neighborhood.Eight, LinkRules.AnyWordFree)),
            LinkRules.AnyWordFree,
            steps => new SteppedSymmetrizer(steps)),
        [GrowDefinition.AlignmentScripts] = Family(
            new SpreadStep(Neighborhood.Four, LinkRules.BothWordsFree),
            new SpreadStep(Neighborhood.Corners, LinkRules.BothWordsFree),
            LinkRules.BothWordsFree,
            steps => new SteppedSymmetrizer(steps)),
    };

    /// <summary>Every heuristic, the <c>grow</c> ones as Moses defines them.</summary>
    public static IReadOnlyList<SymmetrizerEntry> All => ByDefinition[GrowDefinition.Moses];

    /// <summary>The heuristic called <paramref name="name"/>.</summary>
    /// <param name="name">A name in <see cref="All"/>.</param>
    /// <param name="definition">What the <c>grow</c> heuristics mean; the others ignore it.</param>
    /// <exception cref="ArgumentException">There is no such heuristic; the message lists those there are.</exception>
    public static ISymmetrizer Get(string name, GrowDefinition definition = GrowDefinition.Moses) =>
        ByDefinition[definition].FirstOrDefault(entry => entry.Name == name)?.Symmetrizer
        ?? throw new ArgumentException(
            $"no symmetrization heuristic '{name}'; there are: {string.Join(", ", All.Select(entry => entry.Name))}",
            nameof(name));

    private static SymmetrizerEntry[] Family(
        ISymmetrizationStep grow,
        ISymmetrizationStep growDiagonal,
        LinkRule final,
        Func<ISymmetrizationStep[], ISymmetrizer> build) =>
    [
        .. SetEntries,
        new("grow", "The intersection, grown along rows and columns into the union", build([grow])),
        new("grow-diag", "The same, grown along diagonals too", build([growDiagonal])),
        new("grow-diag-final", "grow-diag, then links of either direction where a word is still free",
            build([growDiagonal, new FinalStep(final)])),
        new("grow-diag-final-and", "grow-diag, then links of either direction where both words are still free",
            build([growDiagonal, new FinalStep(LinkRules.BothWordsFree)])),
        Och,
    ];
}
