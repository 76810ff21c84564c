using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Finetuning.Pruning;

/// <summary>
/// The optimal brain surgeon (Hassibi and Stork 1993) for whole neurons of a feed-forward block: the one goes whose
/// absence changes least what the block gives, once the others make up for it (Kurtic, Frantar and Alistarh 2023,
/// ZipLM, section 3), and then the next.
/// </summary>
internal static class NeuronRemoval
{
    /// <summary>A share of the mean variance, added to each: with copies there is no inverse otherwise.</summary>
    private const double Damping = 1e-6;

    /// <summary>The variance of neurons that never change.</summary>
    private const double Least = 1e-30;

    /// <summary>Removes neurons until so many are left.</summary>
    /// <param name="covariance">[neurons, neurons], of what they give; changed.</param>
    /// <param name="weights">
    /// [neurons, outputs], what each adds to the outputs; in the end those of the neurons kept make up for the others,
    /// whose own are 0.
    /// </param>
    /// <param name="neurons">Their number.</param>
    /// <param name="kept">How many are left, at least 1.</param>
    /// <returns>The indices of those kept, in order.</returns>
    public static int[] Remove(double[] covariance, Span<double> weights, int neurons, int kept)
    {
        Damp(covariance, neurons);
        double[] inverse = Inverse(covariance, neurons);
        int outputs = weights.Length / neurons;
        bool[] removed = new bool[neurons];
        for (int left = neurons; left > kept; left--)
        {
            int least = Cheapest(inverse, weights, removed);
            removed[least] = true;
            MakeUp(inverse, weights, neurons, outputs, least);
        }

        return [.. Enumerable.Range(0, neurons).Where(neuron => !removed[neuron])];
    }

    private static void Damp(Span<double> covariance, int neurons)
    {
        double sum = 0;
        for (int i = 0; i < neurons; i++)
        {
            sum += covariance[(i * neurons) + i];
        }

        double added = Math.Max(Damping * sum / neurons, Least);
        for (int i = 0; i < neurons; i++)
        {
            covariance[(i * neurons) + i] += added;
        }
    }

    private static double[] Inverse(double[] matrix, int size) =>
        new DenseMatrix(size, size, matrix).Cholesky().Solve(DenseMatrix.CreateIdentity(size)).ToColumnMajorArray();

    // Hassibi and Stork 1993, equation 5: the squared error is w² / [H⁻¹]ᵢᵢ, here summed over the outputs.
    private static int Cheapest(ReadOnlySpan<double> inverse, ReadOnlySpan<double> weights, bool[] removed)
    {
        int neurons = removed.Length, outputs = weights.Length / neurons, cheapest = -1;
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < neurons; i++)
        {
            if (removed[i])
            {
                continue;
            }

            double error = 0;
            foreach (double weight in weights.Slice(i * outputs, outputs))
            {
                error += weight * weight;
            }

            error /= inverse[(i * neurons) + i];
            if (error < lowest || cheapest < 0)
            {
                (lowest, cheapest) = (error, i);
            }
        }

        return cheapest;
    }

    // The same equation's change of the other weights, and the inverse without the row and column of the neuron.
    private static void MakeUp(
        Span<double> inverse, Span<double> weights, int neurons, int outputs, int removed)
    {
        Span<double> row = inverse.Slice(removed * neurons, neurons);
        Span<double> gone = weights.Slice(removed * outputs, outputs);
        double pivot = row[removed];
        for (int i = 0; i < neurons; i++)
        {
            double factor = -row[i] / pivot;
            if (i != removed && factor != 0)
            {
                Span<double> other = inverse.Slice(i * neurons, neurons), own = weights.Slice(i * outputs, outputs);
                TensorPrimitives.MultiplyAdd(row, factor, other, other);
                other[removed] = 0;
                TensorPrimitives.MultiplyAdd(gone, factor, own, own);
            }
        }

        row.Clear();
        gone.Clear();
    }
}
