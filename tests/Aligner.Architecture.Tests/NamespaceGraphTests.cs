namespace Aligner.Architecture.Tests;

/// <summary>Cycles are found where there are some, and nowhere else.</summary>
public sealed class NamespaceGraphTests : IDisposable
{
    private readonly MadeUpModule _code = new();

    [Fact]
    public void Folders_that_use_each_other_make_a_cycle()
    {
        _code.Use("House.Kitchen.Cook", "House.Cellar.Wine").Use("House.Cellar.Rack", "House.Kitchen.Table")
            .Use("House.Attic.Roof", "House.Cellar.Wine");
        Cycles().ShouldBe(
        [
            "Cellar → Kitchen: House.Cellar.Rack uses House.Kitchen.Table",
            "Kitchen → Cellar: House.Kitchen.Cook uses House.Cellar.Wine",
        ]);
    }

    [Fact]
    public void A_cycle_may_be_long()
    {
        _code.Use("House.A.X", "House.B.X").Use("House.B.X", "House.C.X").Use("House.C.X", "House.A.Y")
            .Use("House.C.X", "House.D.X");
        Cycles().Select(use => use.Split(':')[0]).ShouldBe(["A → B", "B → C", "C → A"]);
    }

    [Fact]
    public void Uses_in_one_direction_make_none()
    {
        _code.Use("House.A.X", "House.B.X").Use("House.A.X", "House.C.X").Use("House.B.X", "House.C.X")
            .Use("House.A.X", "House.A.Y").Use("House.A.Y", "House.A.X");
        Cycles().ShouldBeEmpty();
    }

    [Fact]
    public void A_registry_and_its_entries_may_know_each_other()
    {
        _code.Use("House.Rooms.All", "House.Rooms.Small.Closet").Use("House.Rooms.Small.Closet", "House.Rooms.IRoom")
            .Use("House.Rooms.All", "House.Rooms.Large.Hall").Use("House.Rooms.Large.Hall", "House.Rooms.IRoom");
        Cycles().ShouldBeEmpty();
    }

    [Fact]
    public void But_entries_may_not_know_each_other_both_ways()
    {
        _code.Use("House.Rooms.Small.Closet", "House.Rooms.Large.Hall")
            .Use("House.Rooms.Large.Hall", "House.Rooms.Small.Closet");
        Cycles().Select(use => use.Split(':')[0]).ShouldBe(["Large → Small", "Small → Large"]);
    }

    [Fact]
    public void Folders_may_not_use_each_other_through_their_subfolders()
    {
        _code.Use("House.A.Inner.X", "House.B.X").Use("House.B.Inner.X", "House.A.X");
        Cycles().Select(use => use.Split(':')[0]).ShouldBe(["A → B", "B → A"]);
    }

    [Fact]
    public void Nor_through_the_root()
    {
        _code.Use("House.A.X", "House.Door").Use("House.Door", "House.B.X").Use("House.B.X", "House.A.Y");
        Cycles().Select(use => use.Split(':')[0]).ShouldBe(["(root) → B", "A → (root)", "B → A"]);
    }

    [Fact]
    public void What_is_not_of_the_house_does_not_count()
    {
        _code.Use("House.A.X", "Other.B.X").Use("Other.B.X", "House.A.X").Use("Houses.C.X", "House.A.X");
        Cycles().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(UseKind.Base))]
    [InlineData(nameof(UseKind.Field))]
    [InlineData(nameof(UseKind.ArrayOfList))]
    [InlineData(nameof(UseKind.Attribute))]
    [InlineData(nameof(UseKind.Parameter))]
    [InlineData(nameof(UseKind.Result))]
    [InlineData(nameof(UseKind.Local))]
    [InlineData(nameof(UseKind.Call))]
    [InlineData(nameof(UseKind.Catch))]
    [InlineData(nameof(UseKind.Constraint))]
    [InlineData(nameof(UseKind.InNestedClass))]
    public void However_a_type_is_used_counts(string kind)
    {
        _code.Use("House.A.X", "House.B.X", Enum.Parse<UseKind>(kind)).Use("House.B.Y", "House.A.Y");
        Cycles().Count.ShouldBe(2);
    }

    public void Dispose() => _code.Dispose();

    private IReadOnlyList<string> Cycles() => new NamespaceGraph(_code.Module, "House").Cycles();
}
