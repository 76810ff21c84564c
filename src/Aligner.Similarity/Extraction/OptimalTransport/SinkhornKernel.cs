using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.OptimalTransport;

/// <summary>
/// Entropic optimal transport between uniform masses, in the log domain: block coordinate ascent on the dual (Cuturi
/// 2013; Benamou et al. 2015 for partial, Chizat et al. 2018 for unbalanced plans).
/// </summary>
/// <remarks>A plan is P = exp(u_i + v_j + w − C_ij/ε); each form has its own rule for u and v.</remarks>
internal static class SinkhornKernel
{
    /// <summary>Writes the plan for a cost matrix.</summary>
    /// <param name="cost">Rows × columns, from 0 to 1; on return the plan.</param>
    /// <param name="rows">Number of rows, each of mass 1/rows.</param>
    /// <param name="columns">Number of columns, each of mass 1/columns.</param>
    /// <param name="options">Form, ε, mass, tolerance.</param>
    public static void Solve(Span<double> cost, int rows, int columns, OptimalTransportOptions options)
    {
        using Pooled<double> byColumn = new(cost.Length);
        using Pooled<double> rowPotentials = new(rows);
        using Pooled<double> columnPotentials = new(columns);
        TensorPrimitives.Divide(cost, -options.Regularization, cost);
        MatrixKernel.Transpose(cost, rows, columns, byColumn.Span);
        Span<double> u = rowPotentials.Span;
        Span<double> v = columnPotentials.Span;
        u.Clear();
        v.Clear();
        double shared = 0;
        for (int iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            double change = Update(cost, v, shared, options, u);
            change = Math.Max(change, Update(byColumn.Span, u, shared, options, v));
            if (options.Form == TransportForm.Partial)
            {
                double total = TotalMass(cost, u, v);
                change = Math.Max(change, Math.Abs(Math.Log(options.MovedMass) - total - shared));
                shared = Math.Log(options.MovedMass) - total;
            }

            // A change of a logarithm is a relative change of masses, which are at most 1.
            if (change <= options.Tolerance)
            {
                break;
            }
        }

        for (int i = 0; i < rows; i++)
        {
            Span<double> row = cost.Slice(i * columns, columns);
            TensorPrimitives.Add(row, v, row);
            TensorPrimitives.Add(row, u[i] + shared, row);
            TensorPrimitives.Exp(row, row);
        }
    }

    /// <summary>Sets the potentials of one side and returns the largest change.</summary>
    private static double Update(
        ReadOnlySpan<double> kernel,
        ReadOnlySpan<double> others,
        double shared,
        OptimalTransportOptions options,
        Span<double> potentials)
    {
        double logMass = -Math.Log(potentials.Length);
        double relaxation = options.MarginalWeight / (options.MarginalWeight + options.Regularization);
        using Pooled<double> scratch = new(others.Length);
        double change = 0;
        for (int i = 0; i < potentials.Length; i++)
        {
            TensorPrimitives.Add(kernel.Slice(i * others.Length, others.Length), others, scratch.Span);
            double missing = logMass - shared - LogSumExp(scratch.Span);
            double updated = options.Form switch
            {
                TransportForm.Partial => Math.Min(0, missing),
                TransportForm.Unbalanced => relaxation * missing,
                _ => missing,
            };
            change = Math.Max(change, Math.Abs(updated - potentials[i]));
            potentials[i] = updated;
        }

        return change;
    }

    /// <summary>The logarithm of the mass of the plan without the shared potential.</summary>
    private static double TotalMass(ReadOnlySpan<double> kernel, ReadOnlySpan<double> u, ReadOnlySpan<double> v)
    {
        using Pooled<double> scratch = new(v.Length);
        using Pooled<double> masses = new(u.Length);
        for (int i = 0; i < u.Length; i++)
        {
            TensorPrimitives.Add(kernel.Slice(i * v.Length, v.Length), v, scratch.Span);
            masses.Span[i] = u[i] + LogSumExp(scratch.Span);
        }

        return LogSumExp(masses.Span);
    }

    private static double LogSumExp(Span<double> values)
    {
        double largest = TensorPrimitives.Max<double>(values);
        TensorPrimitives.Subtract(values, largest, values);
        TensorPrimitives.Exp<double>(values, values);
        return largest + Math.Log(OrderedSums.Sum(values));
    }
}
