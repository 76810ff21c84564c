using System.Numerics;
using System.Runtime.InteropServices;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// The arithmetic of one Gibbs step of the Bayesian HMM with fertility (Östling and Tiedemann 2016, section 4): the
/// weights of all links of one target word, given the links of all others.
/// </summary>
/// <remarks>
/// Position buffers are padded by <see cref="Padding"/> elements; those of the lexical weights are zero, so that whole
/// vectors can be used throughout.
/// </remarks>
internal static class GibbsKernel
{
    /// <summary>Elements that must be readable behind the last position: the widest vector.</summary>
    public const int Padding = 16;

    /// <summary>
    /// Lexical weights (n(e,f) + γ p(f|c_f) (α + n(c_e,c_f)) / (αC + n(c_e))) / (γ + n(e)): the posterior mean of
    /// t(f|e), where e backs off to its class c_e with strength γ.
    /// </summary>
    /// <param name="words">e_i of each position i.</param>
    /// <param name="classes">c_{e_i}.</param>
    /// <param name="target">f and c_f.</param>
    /// <param name="counts">n(e,f).</param>
    /// <param name="classCounts">n(c_e,c_f); where it is 0, n(e,f) is 0 too.</param>
    /// <param name="share">γ p(f|c_f).</param>
    /// <param name="concentration">α.</param>
    /// <param name="scales">1 / (γ + n(e_i)).</param>
    /// <param name="classScales">1 / (αC + n(c_{e_i})).</param>
    /// <param name="weights">Receives n weights.</param>
    public static void LexicalWeights(
        ReadOnlySpan<int> words,
        ReadOnlySpan<int> classes,
        (int Word, int Class) target,
        LinkCounts counts,
        LinkCounts classCounts,
        float share,
        float concentration,
        ReadOnlySpan<float> scales,
        ReadOnlySpan<float> classScales,
        Span<float> weights)
    {
        classes = classes[..words.Length];
        scales = scales[..words.Length];
        classScales = classScales[..words.Length];
        weights = weights[..words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            int classCount = classCounts[classes[i], target.Class];
            int count = classCount == 0 ? 0 : counts[words[i], target.Word];
            float ofClass = (concentration + classCount) * classScales[i];
            weights[i] = (count + (share * ofClass)) * scales[i];
        }
    }

    /// <summary>
    /// Multiplies by the jumps from the last linked position and to the next one, and by the fertility ratios
    /// P(φ+1)/P(φ) of the positions.
    /// </summary>
    /// <param name="jumps">The jumps to each position, from <see cref="JumpDistribution.From"/>.</param>
    /// <param name="fertilities">The ratio of each position.</param>
    /// <param name="n">The number of positions.</param>
    /// <param name="weights">Lexical weights, replaced by the products.</param>
    /// <returns>The sum of the weights.</returns>
    public static float PositionWeights(
        in JumpVectors jumps, ReadOnlySpan<float> fertilities, int n, Span<float> weights)
    {
        ref float arriving = ref MemoryMarshal.GetReference(jumps.Arriving);
        ref float leaving = ref MemoryMarshal.GetReference(jumps.Leaving);
        ref float leavingScales = ref MemoryMarshal.GetReference(jumps.LeavingScales);
        ref float fertility = ref MemoryMarshal.GetReference(fertilities);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector<float> arrivingScale = new(jumps.ArrivingScale);
        Vector<float> uniform = new(jumps.Uniform);
        Vector<float> sum = Vector<float>.Zero;
        for (nuint i = 0; i < (nuint)n; i += (nuint)Vector<float>.Count)
        {
            Vector<float> to = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref arriving, i), arrivingScale, uniform);
            Vector<float> on = Vector.FusedMultiplyAdd(
                Vector.LoadUnsafe(ref leaving, i), Vector.LoadUnsafe(ref leavingScales, i), uniform);
            Vector<float> product =
                Vector.LoadUnsafe(ref weight, i) * to * on * Vector.LoadUnsafe(ref fertility, i);
            product.StoreUnsafe(ref weight, i);
            sum += product;
        }

        return Vector.Sum(sum);
    }

    /// <summary>The first position where the running sum exceeds <paramref name="threshold"/>, or −1: NULL.</summary>
    public static int Draw(ReadOnlySpan<float> weights, float threshold)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            threshold -= weights[i];
            if (threshold < 0)
            {
                return i;
            }
        }

        return -1;
    }
}
