using Aligner.Combination.Deciders;
using Aligner.Core.Symmetrization;

namespace Aligner.Combination.Tests.Deciders;

public class SymmetrizationsTests
{
    public static TheoryData<string> Names => [.. Symmetrizations.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_name_stands_for_has_that_name(string name) =>
        Symmetrizations.NameOf(Symmetrizations.Get(name)).ShouldBe(name);

    [Fact]
    public void Names_are_those_of_the_network_of_merges_and_of_heuristics()
    {
        Symmetrizations.Names.ShouldBeUnique();
        Symmetrizations.Names.Count.ShouldBe(1 + Enum.GetValues<PosteriorMerge>().Length + Symmetrizers.All.Count);
        Symmetrizations.Get("network").ShouldBe(new NetworkOptions());
        Symmetrizations.Get("min").ShouldBe(new MergeOptions { Merge = PosteriorMerge.Min });
        Symmetrizations.Get("union").ShouldBe(new HeuristicOptions { Heuristic = "union" });
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Should.Throw<ArgumentException>(() => Symmetrizations.Get("sum")).Message.ShouldContain("sum");
}
