namespace Aligner.Similarity.Extraction.Softmax;

/// <summary>
/// The softmax rule of awesome-align (Dou and Neubig 2021, equation 2): a link where the softmax over the target words
/// and the softmax over the source words both pass a threshold.
/// </summary>
internal sealed class SoftmaxExtractor : MutualProbabilityExtractor
{
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SoftmaxExtractor(SoftmaxOptions options)
        : base(LinkProbabilities.Softmax, Checked(options).Temperature, options.Threshold)
    {
    }

    private static SoftmaxOptions Checked(SoftmaxOptions options)
    {
        options.Validate();
        return options;
    }
}
