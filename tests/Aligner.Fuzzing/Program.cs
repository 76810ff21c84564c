using System.Globalization;
using Aligner.Fuzzing.Running;
using Aligner.Fuzzing.Targets;

// Aligner.Fuzzing                               prints the names of all targets
// Aligner.Fuzzing TARGET FIRST COUNT            runs cases, prints faults, then what was run; 1 if there are faults
// Aligner.Fuzzing TARGET FIRST COUNT --verbose  tells each seed before its case, for one that ends the process
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    foreach (FuzzTarget target in FuzzTargets.All)
    {
        Console.WriteLine(target.Name);
    }

    return 0;
}

ulong first = ulong.Parse(args[1], CultureInfo.InvariantCulture);
ulong count = ulong.Parse(args[2], CultureInfo.InvariantCulture);
using FuzzRun run = new(FuzzTargets.Get(args[0]), FuzzLimits.Default);
Action<ulong>? begin = args.Contains("--verbose") ? seed => Console.Error.WriteLine($"{args[0]} {seed}") : null;
IReadOnlyList<FuzzFault> faults = run.Run(first, count, begin);
foreach (FuzzFault fault in faults)
{
    Console.WriteLine(fault);
}

Console.WriteLine($"{args[0]}\t{count}\t{run.Accepted}\t{faults.Count}");
return faults.Count == 0 ? 0 : 1;
