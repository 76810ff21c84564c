using Aligner.Core.Symmetrization;

namespace Aligner.Cli.Options;

/// <summary>The names of <c>--compat</c>.</summary>
internal static class GrowDefinitions
{
    public static IReadOnlyDictionary<string, GrowDefinition> ByName { get; } =
        new Dictionary<string, GrowDefinition>
        {
            ["moses"] = GrowDefinition.Moses,
            ["atools"] = GrowDefinition.Atools,
            ["alignment-scripts"] = GrowDefinition.AlignmentScripts,
        };
}
