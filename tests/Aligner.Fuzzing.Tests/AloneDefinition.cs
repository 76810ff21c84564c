using Aligner.Fuzzing.Running;

namespace Aligner.Fuzzing.Tests;

/// <summary>Tests that measure time and memory of cases run alone.</summary>
[CollectionDefinition(nameof(FuzzRun), DisableParallelization = true)]
public sealed class AloneDefinition;
