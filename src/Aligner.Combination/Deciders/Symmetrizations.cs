using Aligner.Core.Symmetrization;

namespace Aligner.Combination.Deciders;

/// <summary>All ways to make one alignment of both directions, by name.</summary>
public static class Symmetrizations
{
    /// <summary>The name of what a network decides.</summary>
    public const string Network = "network";

    private static readonly Dictionary<string, PosteriorMerge> Merges = new()
    {
        ["product"] = PosteriorMerge.Product,
        ["mean"] = PosteriorMerge.Mean,
        ["min"] = PosteriorMerge.Min,
    };

    /// <summary>The names of all: the network, merges of posteriors, then heuristics.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Network, .. Merges.Keys, .. Symmetrizers.All.Select(entry => entry.Name)];

    /// <summary>The options of a symmetrization.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message lists all.</exception>
    public static DecisionOptions Get(string name) =>
        name == Network ? new NetworkOptions()
        : Merges.TryGetValue(name, out PosteriorMerge merge) ? new MergeOptions { Merge = merge }
        : Symmetrizers.All.Any(entry => entry.Name == name) ? new HeuristicOptions { Heuristic = name }
        : throw new ArgumentException(
            $"no symmetrization '{name}'; there are: {string.Join(", ", Names)}", nameof(name));

    /// <summary>The name of what options describe.</summary>
    public static string NameOf(DecisionOptions options) => options switch
    {
        HeuristicOptions heuristic => heuristic.Heuristic,
        MergeOptions merge => Merges.First(entry => entry.Value == merge.Merge).Key,
        _ => Network,
    };
}
