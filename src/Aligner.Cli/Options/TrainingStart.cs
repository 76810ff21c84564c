using Aligner.Statistical;
using Aligner.Statistical.Priors;

namespace Aligner.Cli.Options;

/// <summary>What is settled before a statistical model is trained, apart from the command line.</summary>
/// <param name="Priors">What is known of words; the priors of the command line are added.</param>
/// <param name="Quality">What <c>--quality</c> is where nobody says.</param>
internal sealed record TrainingStart(AlignmentPriors Priors, Quality Quality = Quality.Default)
{
    /// <summary>Nothing is known.</summary>
    public static TrainingStart Plain { get; } = new(AlignmentPriors.None);
}
