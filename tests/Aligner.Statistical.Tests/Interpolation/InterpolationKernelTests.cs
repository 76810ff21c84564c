using Aligner.Statistical.Interpolation;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Interpolation;

public class InterpolationKernelTests
{
    [Fact]
    public void Words_that_one_component_alone_knows_are_explained_by_it() =>
        Fit([1, 0, 0.2, 0, 0, 0.7], components: 2, iterations: 5).ShouldBe([2, 1]);

    [Fact]
    public void One_iteration_shares_each_word_by_the_components_probabilities() =>
        Fit([0.3, 0.1, 0.2, 0.6], components: 2, iterations: 1).ShouldBe([0.75 + 0.25, 0.25 + 0.75], 1e-12);

    [Fact]
    public void The_weights_are_those_that_make_the_words_most_probable()
    {
        // L(λ) = log(0.8 λ + 0.2 (1 − λ)) + log(0.3 λ + 0.6 (1 − λ)): L' = 0 at 0.6 (0.6 − 0.3 λ) = 0.3 (0.2 + 0.6 λ).
        double[] explained = Fit([0.8, 0.2, 0.3, 0.6], components: 2, iterations: 2000);
        (explained[0] / 2).ShouldBe(5.0 / 6, 1e-6);
    }

    [Fact]
    public void All_words_are_explained_and_more_iterations_never_make_them_less_probable() =>
        Gen.ArrayOf(Gen.Choose(1, 100), 30).Check(numbers =>
        {
            double[] rows = [.. numbers.Select(number => number / 100.0)];
            double before = double.NegativeInfinity;
            for (int iterations = 1; iterations < 6; iterations++)
            {
                double[] explained = Fit(rows, components: 3, iterations);
                explained.Sum().ShouldBe(10, 1e-9);
                double likelihood = rows.Chunk(3).Sum(row =>
                    Math.Log(row.Zip(explained, (probability, words) => probability * words / 10).Sum()));
                likelihood.ShouldBeGreaterThanOrEqualTo(before - 1e-9);
                before = likelihood;
            }
        });

    private static double[] Fit(double[] probabilities, int components, int iterations)
    {
        double[] explained = new double[components];
        InterpolationKernel.Fit(probabilities, iterations, explained);
        return explained;
    }
}
