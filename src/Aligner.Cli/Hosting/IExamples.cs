namespace Aligner.Cli.Hosting;

/// <summary>A command whose help ends with examples.</summary>
internal interface IExamples
{
    /// <summary>Shown at the end of <c>--help</c>; at least one.</summary>
    IReadOnlyList<Example> Examples { get; }
}
