using Mono.Cecil;

namespace Aligner.Architecture.Tests;

/// <summary>The house: each project, and what it may use.</summary>
/// <param name="Name">Its name and root namespace.</param>
/// <param name="Uses">The projects that it may use.</param>
/// <param name="Packages">The packages that it alone may use, by the beginnings of their assemblies' names.</param>
internal sealed record Project(string Name, string[] Uses, params string[] Packages)
{
    private const string Core = "Aligner.Core";
    private const string Tokenization = "Aligner.Tokenization";
    private const string Combination = "Aligner.Combination";
    private const string Statistical = "Aligner.Statistical";
    private const string Similarity = "Aligner.Similarity";
    private const string Neural = "Aligner.Neural";
    private const string Training = "Aligner.Finetuning";
    private const string Library = "Aligner";
    private const string Applications = "Aligner.Applications";
    private const string Serving = "Aligner.Serving";
    private const string Cli = "Aligner.Cli";
    private const string Fuzzing = "Aligner.Fuzzing";

    /// <summary>All projects; each uses those above it alone.</summary>
    public static IReadOnlyList<Project> All { get; } =
    [
        new(Core, [], "SharpCompress", "ZstdSharp"),
        new(Tokenization, [Core]),
        new(Combination, [Core]),
        new(Statistical, [Combination, Tokenization, Core]),
        new(Similarity, [Tokenization, Core]),
        new(Neural, [Similarity, Tokenization, Core], "Microsoft.ML.OnnxRuntime"),
        new(Library, [Neural, Similarity, Statistical, Combination, Tokenization, Core]),
        new(Training, [Neural, Similarity, Tokenization, Core]),
        new(Applications, [Library, Neural, Similarity, Statistical, Combination, Tokenization, Core]),
        new(
            Serving,
            [Applications, Library, Neural, Similarity, Statistical, Combination, Tokenization, Core],
            "Microsoft.AspNetCore"),
        new(
            Cli,
            [
                Serving, Applications, Library, Training, Neural, Similarity, Statistical, Combination, Tokenization,
                Core,
            ],
            "System.CommandLine",
            "Spectre.Console"),
        new(
            Fuzzing,
            [
                Cli, Serving, Applications, Library, Training, Neural, Similarity, Statistical, Combination,
                Tokenization, Core,
            ]),
    ];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. All.Select(project => project.Name)];

    /// <summary>Whether others build on it.</summary>
    public bool IsLibrary => Name is not (Cli or Fuzzing);

    /// <summary>The project of that name.</summary>
    public static Project Get(string name) => All.Single(project => project.Name == name);

    /// <summary>Its code.</summary>
    public ModuleDefinition Open() => ModuleDefinition.ReadModule(FileOf(Name));

    /// <summary>The path of an assembly.</summary>
    public static string FileOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
