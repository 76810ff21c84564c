using Aligner.Finetuning.Pruning;
using MathNet.Numerics.LinearAlgebra;

namespace Aligner.Finetuning.Tests.Pruning;

public class NeuronRemovalTests
{
    /// <summary>The first and the last neuron always give the same: the smaller weight joins the greater.</summary>
    [Fact]
    public void A_copy_takes_over_what_its_original_added()
    {
        double[] covariance =
        [
            1, 0, 1,
            0, 1, 0,
            1, 0, 1,
        ];
        double[] weights = [1, 5, 2];
        NeuronRemoval.Remove(covariance, weights, neurons: 3, kept: 2).ShouldBe([1, 2]);
        weights.ShouldBe([0, 5, 3], 1e-4);
    }

    [Fact]
    public void A_neuron_that_never_changes_goes_first_whatever_its_weight()
    {
        double[] weights = [100, 0.1];
        NeuronRemoval.Remove([0, 0, 0, 1], weights, neurons: 2, kept: 1).ShouldBe([1]);
        weights.ShouldBe([0, 0.1], 1e-9);
    }

    [Fact]
    public void Neurons_of_which_none_changes_are_removed_too() =>
        NeuronRemoval.Remove(new double[9], [3, 1, 2], neurons: 3, kept: 1).ShouldBe([0]);

    /// <summary>Least squares on the data itself, once without each neuron that is left, by QR.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void The_neurons_go_that_a_new_fit_of_the_others_replaces_best(int seed, int kept)
    {
        const int Pieces = 30, Neurons = 5, Outputs = 2;
        Matrix<double> given = Matrix<double>.Build.Random(Pieces, Neurons, seed);
        given.SetColumn(3, given.Column(3) + (0.7 * given.Column(1)));
        Matrix<double> weights = Matrix<double>.Build.Random(Neurons, Outputs, seed + 100);
        Matrix<double> best = weights;
        int[] left = [.. Enumerable.Range(0, Neurons)];
        while (left.Length > kept)
        {
            Matrix<double> wanted = Columns(left) * best;
            (left, best) = left.Select(neuron => left.Where(other => other != neuron).ToArray())
                .Select(rest => (rest, Fit: Columns(rest).QR().Solve(wanted)))
                .MinBy(item => (wanted - (Columns(item.rest) * item.Fit)).FrobeniusNorm());
        }

        double[] changed = weights.ToRowMajorArray();
        NeuronRemoval.Remove((given.TransposeThisAndMultiply(given) / Pieces).ToRowMajorArray(), changed, Neurons, kept)
            .ShouldBe(left);
        left.SelectMany(neuron => changed[(neuron * Outputs)..((neuron + 1) * Outputs)])
            .ShouldBe(best.ToRowMajorArray(), 1e-4);

        Matrix<double> Columns(int[] neurons) =>
            Matrix<double>.Build.DenseOfColumnVectors(neurons.Select(given.Column));
    }
}
