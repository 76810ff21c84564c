using Aligner.Core;
using Aligner.Fuzzing.Mutations;
using Aligner.Fuzzing.Running;
using Aligner.Fuzzing.Targets;

namespace Aligner.Fuzzing.Tests.Running;

/// <summary>What a run must notice.</summary>
[Collection(nameof(FuzzRun))]
public sealed class FuzzRunTests
{
    private const ulong Cases = 20;

    private static readonly byte[] Valid = "valid"u8.ToArray();

    private static readonly FuzzLimits Limits = FuzzLimits.Default with
    {
        Time = TimeSpan.FromMilliseconds(50),
        Bytes = 10_000_000,
    };

    [Fact]
    public void What_a_reader_may_throw_is_no_fault()
    {
        using FuzzRun run = new(Target(_ => throw new DataException("refused")), Limits);
        run.Run(1, Cases).ShouldBeEmpty();
        run.Accepted.ShouldBeLessThan((long)Cases);
    }

    [Fact]
    public void Any_other_exception_is_a_fault_of_its_seed()
    {
        IReadOnlyList<FuzzFault> faults = Faults(_ => throw new InvalidCastException());
        faults.ShouldNotBeEmpty();
        faults[0].What.ShouldContain(nameof(InvalidCastException));
        faults.Select(fault => fault.Seed).ShouldBeUnique();
    }

    [Fact]
    public void Exceptions_of_several_threads_are_judged_one_by_one()
    {
        Faults(_ => throw new AggregateException(new DataException("refused"))).ShouldBeEmpty();
        Faults(_ => throw new AggregateException(new DataException("refused"), new FormatException()))
            .ShouldNotBeEmpty();
    }

    [Fact]
    public void Slow_cases_are_faults() => Faults(_ => Spin(TimeSpan.FromMilliseconds(60)))[0].What.ShouldEndWith(" s");

    [Fact]
    public void Cases_that_ask_for_much_memory_are_faults() =>
        Faults(_ => GC.KeepAlive(new byte[20_000_000]))[0].What.ShouldEndWith(" MB");

    [Fact]
    public void A_case_that_never_ends_is_a_fault()
    {
        using ManualResetEventSlim end = new();
        using FuzzRun run = new(Target(_ => end.Wait()), Limits with { Patience = TimeSpan.FromSeconds(1) });
        run.Run(1, Cases)[^1].What.ShouldBe("does not end");
        end.Set();
    }

    [Fact]
    public void A_seed_that_its_reader_refuses_is_no_seed()
    {
        FuzzTarget target = new("none", _ => [Valid], [new ByteMutation()], (_, _) => throw new DataException("no"));
        using FuzzRun run = new(target, Limits);
        Should.Throw<InvalidOperationException>(() => run.Run(1, Cases));
    }

    private static void Spin(TimeSpan time)
    {
        TimeSpan end = Environment.CpuUsage.TotalTime + time;
        while (Environment.CpuUsage.TotalTime < end)
        {
        }
    }

    private static IReadOnlyList<FuzzFault> Faults(Action<byte[]> use)
    {
        using FuzzRun run = new(Target(use), Limits);
        return run.Run(1, Cases);
    }

    private static FuzzTarget Target(Action<byte[]> useChanged) => new(
        "target",
        _ => [Valid],
        [new ByteMutation()],
        (bytes, _) =>
        {
            if (!bytes.AsSpan().SequenceEqual(Valid))
            {
                useChanged(bytes);
            }
        });
}
