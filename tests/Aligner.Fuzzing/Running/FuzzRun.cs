using System.Diagnostics;
using Aligner.Fuzzing.Targets;

namespace Aligner.Fuzzing.Running;

/// <summary>Runs cases of a target on a thread of its own, and watches it.</summary>
/// <param name="target">The target.</param>
/// <param name="limits">What a case may take.</param>
internal sealed class FuzzRun(FuzzTarget target, FuzzLimits limits) : IDisposable
{
    private const int Poll = 20;

    private readonly Workplace _place = new();
    private readonly List<FuzzFault> _faults = [];
    private IReadOnlyList<byte[]> _seeds = [];
    private long _started;
    private ulong _seed;

    /// <summary>Cases that the reader took as valid.</summary>
    public long Accepted { get; private set; }

    /// <summary>Runs the cases of seeds that follow each other.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="begin">Told each seed before its case begins; null to tell nobody.</param>
    /// <returns>The cases that ended as none may.</returns>
    public IReadOnlyList<FuzzFault> Run(ulong first, ulong count, Action<ulong>? begin = null)
    {
        Exception? broken = null;
        Thread thread = new(() =>
        {
            try
            {
                RunAll(first, count, begin);
            }
            catch (Exception exception)
            {
                broken = exception; // of the target's own making: its seeds, or their mutation
            }
        })
        { IsBackground = true };
        thread.Start();
        while (!thread.Join(Poll))
        {
            long started = Volatile.Read(ref _started);
            if (started != 0 && Stopwatch.GetElapsedTime(started) > limits.Patience)
            {
                return [.. _faults, new FuzzFault(target.Name, Volatile.Read(ref _seed), "does not end")];
            }
        }

        return broken is null
            ? _faults
            : throw new InvalidOperationException($"{target.Name} {_seed} cannot be made", broken);
    }

    public void Dispose() => _place.Dispose();

    private void RunAll(ulong first, ulong count, Action<ulong>? begin)
    {
        _seeds = target.Seeds(_place);
        foreach (byte[] valid in _seeds)
        {
            target.Use(valid, _place); // a seed that its reader refuses would test nothing
        }

        for (ulong k = 0; k < count; k++)
        {
            Volatile.Write(ref _seed, first + k);
            begin?.Invoke(first + k);
            byte[] input = target.InputOf(first + k, _seeds);
            string? fault = Try(input);

            // Once more: compiling the code may have taken the time.
            if (fault is not null && Try(input) is { } again)
            {
                _faults.Add(new FuzzFault(target.Name, first + k, again));
            }
        }
    }

    private string? Try(byte[] input)
    {
        long allocated = GC.GetTotalAllocatedBytes();
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        try
        {
            target.Use(input, _place);
            Accepted++;
        }
        catch (Exception exception) when (FuzzTarget.IsExpected(exception))
        {
            // Refused.
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
        finally
        {
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            worked = Environment.CpuUsage.TotalTime - worked;
            Volatile.Write(ref _started, 0);
        }

        return worked > limits.Time ? $"takes {worked.TotalSeconds:F1} s"
            : allocated > limits.Bytes ? $"takes {allocated / 1_000_000} MB"
            : null;
    }
}
