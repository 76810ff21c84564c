using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Entmax;

/// <summary>1.5-entmax, exactly, by sorting (Peters, Niculae and Martins 2019, algorithm 2).</summary>
internal static class EntmaxKernel
{
    /// <summary>Turns scores z into p_i = max(0, z_i/2 − τ)², which sums to 1, in place.</summary>
    public static void Entmax15(Span<float> row)
    {
        using Pooled<double> sorted = new(row.Length);
        double largest = double.NegativeInfinity;
        foreach (float value in row)
        {
            largest = Math.Max(largest, value);
        }

        for (int k = 0; k < row.Length; k++)
        {
            sorted.Span[k] = (row[k] - largest) / 2;
        }

        sorted.Span.Sort();
        double threshold = Threshold(sorted.Span);
        for (int k = 0; k < row.Length; k++)
        {
            double root = Math.Max(0, ((row[k] - largest) / 2) - threshold);
            row[k] = (float)(root * root);
        }
    }

    /// <summary>τ of the largest support whose smallest value still lies above its τ.</summary>
    private static double Threshold(ReadOnlySpan<double> ascending)
    {
        double threshold = 0;
        double sum = 0;
        double squares = 0;
        for (int count = 1; count <= ascending.Length; count++)
        {
            double value = ascending[^count];
            sum += value;
            squares += value * value;
            double mean = sum / count;
            double deviation = squares - (count * mean * mean);
            double candidate = mean - Math.Sqrt(Math.Max(0, (1 - deviation) / count));
            if (candidate > value)
            {
                break;
            }

            threshold = candidate;
        }

        return threshold;
    }
}
