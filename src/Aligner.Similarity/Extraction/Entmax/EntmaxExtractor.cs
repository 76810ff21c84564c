using Aligner.Similarity.Extraction.Softmax;

namespace Aligner.Similarity.Extraction.Entmax;

/// <summary>
/// The softmax rule with 1.5-entmax in place of the softmax (Dou and Neubig 2021, 2.2): sparse distributions, so that a
/// link needs no tuned threshold.
/// </summary>
internal sealed class EntmaxExtractor : MutualProbabilityExtractor
{
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EntmaxExtractor(EntmaxOptions options)
        : base(EntmaxKernel.Entmax15, Checked(options).Temperature, options.Threshold)
    {
    }

    private static EntmaxOptions Checked(EntmaxOptions options)
    {
        options.Validate();
        return options;
    }
}
