namespace Aligner.Statistical.Tests;

/// <summary>Kernels give right results with vectors of every width that the machine has.</summary>
public class VectorWidthTests
{
    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Kernels_pass_their_tests_at_each_width(int bits) => VectorWidth.FailuresAt(
        bits,
        "Aligner.Statistical.Tests",
        "*KernelTests",
        "*TransitionsTests",
        "*LexicalStateTests",
        "*ExactPosteriorTests").ShouldBeEmpty();
}

/// <summary>Runs in the process that has the width.</summary>
public class VectorWidthCheck
{
    [Fact]
    public void Vectors_are_as_wide_as_asked() => VectorWidth.Check();
}
