using Mono.Cecil;

namespace Aligner.Architecture.Tests;

/// <summary>Projects use each other, packages and the console as the house is drawn.</summary>
public sealed class ProjectTests
{
    private const string Console = "System.Console";

    public static TheoryData<string> Names => Project.Names;

    public static TheoryData<string> Libraries =>
        [.. Project.All.Where(project => project.IsLibrary).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_uses_none_but_those_below_it(string name)
    {
        Project project = Project.Get(name);
        References(project).Where(IsOurs).Except(project.Uses).ShouldBeEmpty();
    }

    [Fact]
    public void The_house_has_no_cycle()
    {
        string[] names = [.. Project.All.Select(project => project.Name)];
        names.ShouldBeUnique();
        for (int k = 0; k < names.Length; k++)
        {
            Project.All[k].Uses.Except(names[..k]).ShouldBeEmpty(names[k]);
        }
    }

    [Fact]
    public void Every_project_has_its_place_in_the_house()
    {
        string[] tests = ["Aligner.Testing", typeof(ProjectTests).Assembly.GetName().Name!];
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(IsOurs).Except(tests)
            .ShouldBe(Project.All.Select(project => project.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Some_packages_are_known_to_one_project_alone(string name)
    {
        string[] others =
            [.. Project.All.Where(project => project.Name != name).SelectMany(project => project.Packages)];
        References(Project.Get(name))
            .Where(used => others.Any(package => used.StartsWith(package, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Core_has_packages_that_decompress_and_no_others() => References(Project.All[0])
        .Where(used => !used.StartsWith("System.", StringComparison.Ordinal))
        .Except(Project.All[0].Packages).ShouldBeEmpty();

    /// <summary>Core opens the streams that a path of "-" stands for; nobody else knows of them.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Libraries_do_not_know_the_console(string name)
    {
        using ModuleDefinition module = Project.Get(name).Open();
        string[] allowed = name == Project.All[0].Name ? ["OpenStandardInput", "OpenStandardOutput"] : [];
        module.GetMemberReferences().Where(member => member.DeclaringType.FullName == Console)
            .Select(member => member.Name).Except(allowed).ShouldBeEmpty();
        if (allowed.Length == 0)
        {
            module.GetTypeReferences().Select(type => type.FullName).ShouldNotContain(Console);
        }
    }

    private static bool IsOurs(string assembly) =>
        assembly == "Aligner" || assembly.StartsWith("Aligner.", StringComparison.Ordinal);

    private static string[] References(Project project)
    {
        using ModuleDefinition module = project.Open();
        return [.. module.AssemblyReferences.Select(reference => reference.Name)];
    }
}
