namespace Aligner.Architecture.Tests;

/// <summary>The folders of a project use each other in one direction.</summary>
public sealed class NamespaceTests
{
    [Theory]
    [InlineData("Aligner.Core")]
    [InlineData("Aligner.Tokenization")]
    [InlineData("Aligner.Combination")]
    [InlineData("Aligner.Statistical")]
    [InlineData("Aligner.Similarity")]
    [InlineData("Aligner.Neural")]
    [InlineData("Aligner.Training")]
    [InlineData("Aligner.Cli")]
    public void The_folders_of_a_project_have_no_cycle(string root) =>
        new NamespaceGraph(Path.Combine(AppContext.BaseDirectory, root + ".dll"), root)
            .Cycles().ShouldBeEmpty();
}
