using Aligner.Statistical.Inflections;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;

namespace Aligner.Statistical;

/// <summary>A statistical aligner as users choose it.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Symmetrization">The symmetrization that suits it best, the default.</param>
/// <param name="CreateTrainer">Makes its trainer; throws ArgumentException for settings out of range.</param>
/// <param name="Format">How its models are saved.</param>
public sealed record StatisticalMethod(
    string Name,
    string Summary,
    string Symmetrization,
    Func<MethodSettings, IBidirectionalTrainer> CreateTrainer,
    IDirectionalModelFormat Format)
{
    /// <summary>
    /// What makes a rule of inflection; null where none are learned, the default. None are from words that are cut.
    /// </summary>
    public Func<MethodSettings, InflectionOptions?> Inflections { get; init; } = _ => null;
}
