namespace Aligner.Applications.Lexicons;

/// <summary>Two words, or phrases, that are translations of each other.</summary>
/// <param name="Source">The source word.</param>
/// <param name="Target">The target word.</param>
/// <param name="Count">How often the two are linked.</param>
/// <param name="TargetGivenSource">p(t|s): the share of these links among those of the source word.</param>
/// <param name="SourceGivenTarget">p(s|t): the share among those of the target word.</param>
/// <param name="LogLikelihoodRatio">How far the count is from chance; see <see cref="Counts.Association"/>.</param>
/// <param name="Dice">Dice's coefficient.</param>
/// <param name="Line">1-based number of the first pair that has such a link.</param>
public sealed record LexiconEntry(
    string Source,
    string Target,
    long Count,
    double TargetGivenSource,
    double SourceGivenTarget,
    double LogLikelihoodRatio,
    double Dice,
    long Line);
