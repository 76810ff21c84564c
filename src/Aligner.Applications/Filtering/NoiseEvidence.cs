namespace Aligner.Applications.Filtering;

/// <summary>All that tells a translation from noise.</summary>
/// <param name="Links">What the links of the pair tell.</param>
/// <param name="Language">What its characters tell.</param>
/// <param name="Length">How unusual the ratio of its lengths is (<see cref="LengthProfile.Judge"/>).</param>
internal readonly record struct NoiseEvidence(LinkEvidence Links, LanguageEvidence Language, double Length);
