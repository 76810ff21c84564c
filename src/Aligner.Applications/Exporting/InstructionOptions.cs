using Aligner.Core;

namespace Aligner.Applications.Exporting;

/// <summary>Which instructions are made.</summary>
public sealed record InstructionOptions
{
    /// <summary>The name of the source language in the prompts; "Source" by default.</summary>
    public string SourceLanguage { get; init; } = "Source";

    /// <summary>The name of the target language in the prompts; "Target" by default.</summary>
    public string TargetLanguage { get; init; } = "Target";

    /// <summary>The tasks, each asked once of a pair; assertions alone by default, the best in the paper.</summary>
    public IReadOnlyList<InstructionTask> Tasks { get; init; } = [InstructionTask.Assertion];

    /// <summary>Words with a less probable link are not asked about; 0.5 by default.</summary>
    public double MinimumProbability { get; init; } = 0.5;

    /// <summary>The most linked words that a hint tells; 3 by default.</summary>
    public int Hints { get; init; } = 3;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(MinimumProbability);
        ArgumentOutOfRangeException.ThrowIfLessThan(Hints, 1);
    }
}
