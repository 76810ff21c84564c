using Mono.Cecil;

namespace Aligner.Architecture.Tests;

/// <summary>The folders of a project use each other in one direction.</summary>
public sealed class NamespaceTests
{
    public static TheoryData<string> Names => Project.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_folders_of_a_project_have_no_cycle(string project)
    {
        using ModuleDefinition module = Project.Get(project).Open();
        new NamespaceGraph(module, project).Cycles().ShouldBeEmpty();
    }
}
