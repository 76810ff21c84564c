namespace Aligner.Statistical.Decoding;

internal static class PosteriorMergeExtensions
{
    /// <summary>One probability for the posteriors that the two directions give a link.</summary>
    public static float Of(this PosteriorMerge merge, float forward, float reverse) => merge switch
    {
        PosteriorMerge.Product => MathF.Sqrt(forward * reverse),
        PosteriorMerge.Mean => (forward + reverse) / 2,
        _ => Math.Min(forward, reverse),
    };
}
