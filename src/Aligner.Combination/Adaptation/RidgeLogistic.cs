using MathNet.Numerics.LinearAlgebra.Double;

namespace Aligner.Combination.Adaptation;

/// <summary>
/// Logistic regression with an offset and a Gaussian prior: the v that minimizes the log-loss of the examples plus
/// ½ Σ λₖ vₖ². The loss is convex, and Newton's method finds its minimum (Hastie, Tibshirani and Friedman 2009,
/// section 4.4.1).
/// </summary>
internal static class RidgeLogistic
{
    private const int MostSteps = 20;
    private const double Converged = 1e-5, ShortestStep = 1e-4;

    /// <summary>Finds v.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="start">Where to start, as long as z.</param>
    /// <param name="penalties">λ, above 0, as long as z.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] Fit(
        IReadOnlyList<Example> examples, double[] start, double[] penalties, CancellationToken cancellation)
    {
        double[] current = start;
        double loss = Penalized(examples, current, penalties);
        for (int step = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] newton = NewtonStep(examples, current, penalties), tried = current;
            double next = loss;

            // A full step may leap over the minimum; a short one never does.
            for (double scale = 1; scale > ShortestStep; scale /= 2)
            {
                tried = [.. current.Zip(newton, (value, change) => value - (scale * change))];
                next = Penalized(examples, tried, penalties);
                if (next < loss)
                {
                    break;
                }
            }

            if (next >= loss)
            {
                break;
            }

            double gain = loss - next;
            (current, loss) = (tried, next);
            if (gain <= Converged * loss)
            {
                break;
            }
        }

        return current;
    }

    /// <summary>The sum over the examples of −t ln p − (1 − t) ln (1 − p), by their weights.</summary>
    public static double LogLoss(IEnumerable<Example> examples, ReadOnlySpan<double> adaptation)
    {
        double loss = 0;
        foreach (Example example in examples)
        {
            // −t ln σ(a) − (1 − t) ln σ(−a) = max(a, 0) − t a + ln(1 + e^−|a|)
            double a = example.Adapted(adaptation);
            loss += example.Weight
                * (Math.Max(a, 0) - (example.Label * a) + Math.Log(1 + Math.Exp(-Math.Abs(a))));
        }

        return loss;
    }

    private static double Penalized(IEnumerable<Example> examples, double[] current, double[] penalties) =>
        LogLoss(examples, current) + (0.5 * current.Zip(penalties, (value, penalty) => penalty * value * value).Sum());

    /// <summary>H⁻¹ g, with the Hessian H and the gradient g.</summary>
    private static double[] NewtonStep(IReadOnlyList<Example> examples, double[] current, double[] penalties)
    {
        int width = current.Length;
        double[] gradient = [.. current.Zip(penalties, (value, penalty) => penalty * value)];
        double[] hessian = new double[width * width];
        foreach (Example example in examples)
        {
            double p = 1 / (1 + Math.Exp(-example.Adapted(current)));
            Add(example, example.Weight * (p - example.Label), example.Weight * p * (1 - p), gradient, hessian);
        }

        for (int i = 0; i < width; i++)
        {
            hessian[(i * width) + i] += penalties[i];
            for (int j = 0; j < i; j++)
            {
                hessian[(j * width) + i] = hessian[(i * width) + j];
            }
        }

        return new DenseMatrix(width, width, hessian).Cholesky().Solve(new DenseVector(gradient)).ToArray();
    }

    /// <summary>Adds an example to the gradient and to the triangle j ≤ i of the Hessian.</summary>
    private static void Add(
        Example example, double error, double curvature, Span<double> gradient, Span<double> hessian)
    {
        int width = gradient.Length;
        ReadOnlySpan<float> dense = example.Dense;
        for (int i = 0; i < dense.Length; i++)
        {
            gradient[i] += error * dense[i];
            AddScaled(dense[..(i + 1)], curvature * dense[i], hessian[(i * width)..]);
        }

        foreach (int word in (ReadOnlySpan<int>)[example.Source, example.Target])
        {
            if (word >= 0)
            {
                gradient[word] += error;
                hessian[(word * width) + word] += curvature;
                AddScaled(dense, curvature, hessian[(word * width)..]);
            }
        }

        if (example is { Source: >= 0, Target: >= 0 })
        {
            hessian[(Math.Max(example.Source, example.Target) * width) + Math.Min(example.Source, example.Target)] +=
                curvature;
        }
    }

    private static void AddScaled(ReadOnlySpan<float> values, double scale, Span<double> row)
    {
        for (int j = 0; j < values.Length; j++)
        {
            row[j] += scale * values[j];
        }
    }
}
