using Aligner.Fuzzing.Running;
using Aligner.Fuzzing.Targets;

namespace Aligner.Fuzzing.Tests.Targets;

/// <summary>
/// Cases of fixed seeds of every reader; <c>benchmarks/fuzz.sh</c> runs as many more as there is time for. All are in
/// one class, which runs nothing beside itself, because the memory that a case asks for is that of the process.
/// </summary>
[Collection(nameof(FuzzRun))]
public sealed class FuzzTargetsTests
{
    private const int Cases = 2000;

    /// <summary>A case of these opens a session or copies a folder, which takes some milliseconds.</summary>
    private const int SlowCases = 100;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutated_inputs_are_refused_or_used(string name)
    {
        FuzzTarget target = FuzzTargets.Get(name);
        using FuzzRun run = new(target, FuzzLimits.Default);
        run.Run(first: 1, (ulong)(target.IsSlow ? SlowCases : Cases)).ShouldBeEmpty();
        run.Accepted.ShouldBeGreaterThan(0, "nothing that was read was used");
    }

    [Fact]
    public void Names_are_unique() => FuzzTargets.All.Select(target => target.Name).ShouldBeUnique();
}
