using System.Numerics;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Sums and searches over all ways to cut a run into pieces (Kudo 2018, section 3.2).</summary>
internal static class LatticeKernel
{
    /// <summary>Forward probabilities below this are scaled up before they vanish.</summary>
    private const double Tiny = 1e-60;

    /// <summary>Adds how often each piece is expected in a run: forward-backward.</summary>
    /// <param name="lattice">The lattice, in which some way leads from start to end.</param>
    /// <param name="probabilities">The probability of each piece.</param>
    /// <param name="weight">How often the run occurs.</param>
    /// <param name="expected">Receives the counts, by piece.</param>
    /// <param name="buffers">Room.</param>
    /// <returns>The log-probability of the run, all its segmentations together.</returns>
    public static double Expect(
        RunLattice lattice,
        ReadOnlySpan<double> probabilities,
        double weight,
        Span<double> expected,
        LatticeBuffers buffers)
    {
        int length = lattice.Lengths.Length;
        Span<double> forward = buffers.Forward(length + 1);
        Span<double> scales = buffers.Scales(length + 1);
        double logScale = RunForward(lattice, probabilities, forward, scales);
        Span<double> backward = buffers.Backward(length + 1);
        backward[length] = 1 / forward[length];
        int edge = lattice.Pieces.Length;
        for (int start = length - 1; start >= 0; start--)
        {
            double sum = 0;
            for (uint lengths = lattice.Lengths[start]; lengths != 0;)
            {
                int last = BitOperations.Log2(lengths);
                lengths ^= 1u << last;
                int piece = lattice.Pieces[--edge];
                double rest = probabilities[piece] * backward[start + last + 1];
                expected[piece] += weight * forward[start] * rest;
                sum += rest;
            }

            backward[start] = sum;
            Scale(backward, start, scales[start]);
        }

        return Math.Log(forward[length]) - logScale;
    }

    /// <summary>Adds how often each piece occurs in the most probable segmentation of a run: Viterbi.</summary>
    /// <param name="lattice">The lattice, in which some way leads from start to end.</param>
    /// <param name="scores">The log-probability of each piece.</param>
    /// <param name="weight">How often the run occurs.</param>
    /// <param name="counts">Receives the counts, by piece.</param>
    /// <param name="buffers">Room.</param>
    /// <returns>The log-probability of the segmentation.</returns>
    public static double CountBest(
        RunLattice lattice, ReadOnlySpan<double> scores, double weight, Span<double> counts, LatticeBuffers buffers)
    {
        int length = lattice.Lengths.Length;
        Span<double> best = buffers.Best(length + 1);
        Span<int> pieces = buffers.Pieces(length + 1);
        Span<int> starts = buffers.Starts(length + 1);
        best[0] = 0;
        int edge = 0;
        for (int start = 0; start < length; start++)
        {
            for (uint lengths = lattice.Lengths[start]; lengths != 0; lengths &= lengths - 1)
            {
                int end = start + BitOperations.TrailingZeroCount(lengths) + 1;
                int piece = lattice.Pieces[edge++];
                double score = best[start] + scores[piece];
                if (score > best[end])
                {
                    (best[end], pieces[end], starts[end]) = (score, piece, start);
                }
            }
        }

        for (int end = length; end > 0; end = starts[end])
        {
            counts[pieces[end]] += weight;
        }

        return best[length];
    }

    /// <returns>The logarithm of the product of <paramref name="scales"/>.</returns>
    private static double RunForward(
        RunLattice lattice, ReadOnlySpan<double> probabilities, Span<double> forward, Span<double> scales)
    {
        forward[0] = 1;
        double logScale = 0;
        int edge = 0;
        for (int start = 0; start < lattice.Lengths.Length; start++)
        {
            // The middle of a surrogate pair has probability 0 and stays so.
            if (forward[start] is < Tiny and > 0)
            {
                scales[start] = 1 / forward[start];
                logScale += Math.Log(scales[start]);
                Scale(forward, start, scales[start]);
            }

            for (uint lengths = lattice.Lengths[start]; lengths != 0; lengths &= lengths - 1)
            {
                int end = start + BitOperations.TrailingZeroCount(lengths) + 1;
                forward[end] += forward[start] * probabilities[lattice.Pieces[edge++]];
            }
        }

        return logScale;
    }

    /// <summary>Scales all places that a piece across <paramref name="start"/> can reach.</summary>
    private static void Scale(Span<double> values, int start, double scale)
    {
        if (scale != 1)
        {
            int end = Math.Min(values.Length, start + UnigramTrainerOptions.MaxPieceLengthLimit + 1);
            foreach (ref double value in values[start..end])
            {
                value *= scale;
            }
        }
    }
}
