using Aligner.Combination.Deciders;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Methods;

/// <summary>A statistical aligner as users choose it.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Decision">How its directions best become links, the default.</param>
/// <param name="CreateTrainer">Makes its trainer; throws ArgumentException for settings out of range.</param>
/// <param name="Format">How its models are saved.</param>
public sealed record StatisticalMethod(
    string Name,
    string Summary,
    DecisionOptions Decision,
    Func<MethodSettings, IBidirectionalTrainer> CreateTrainer,
    IDirectionalModelFormat Format)
{
    /// <summary>
    /// What makes a rule of inflection; null where none are learned, the default. None are from words that are cut.
    /// </summary>
    public Func<MethodSettings, InflectionOptions?> Inflections { get; init; } = _ => null;

    /// <summary>
    /// Whether spelling counts: words that are copied verbatim are linked for certain
    /// (<see cref="Tokenization.Copies.VerbatimCopies"/>), and words that are new to a saved model are known by words
    /// that are spelled alike (<see cref="NewWords.PairAdapter"/>). Default false: textbook methods know words by their
    /// counts alone.
    /// </summary>
    public bool ReadsSpelling { get; init; }
}
