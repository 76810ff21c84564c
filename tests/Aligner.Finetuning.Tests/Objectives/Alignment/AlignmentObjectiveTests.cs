using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.Alignment;

namespace Aligner.Finetuning.Tests.Objectives.Alignment;

/// <summary>Against losses computed from the words of the graph in double precision.</summary>
public class AlignmentObjectiveTests : RuntimeTests
{
    private const int Width = 8;
    private const double Scale = 6, NullCosine = 0.1;

    private static readonly (int Source, int Target)[] Lengths = [(3, 2), (1, 3)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Given_links_cost_their_cross_entropy_in_both_directions(bool hasNull) => Check(
        hasNull,
        new ObjectiveWeights(),
        (forward, reverse) =>
        {
            // Only the first pair has a link, 0-1; without a null word no other word teaches anything.
            double[] rows = hasNull
                ? [forward[0][0, 1], forward[0][1, 2], forward[0][2, 2], forward[1][0, 3]]
                : [forward[0][0, 1]];
            double[] columns = hasNull
                ? [reverse[0][3, 0], reverse[0][0, 1], reverse[1][1, 0], reverse[1][1, 1], reverse[1][1, 2]]
                : [reverse[0][0, 1]];
            return -(rows.Average(Math.Log) + columns.Average(Math.Log)) / 2;
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Self_training_makes_links_of_both_directions_surer(bool hasNull) => Check(
        hasNull,
        new ObjectiveWeights { Links = 0, SelfTraining = 2 },
        (forward, reverse) =>
        {
            double threshold = hasNull ? 0.2 : 0.001;
            double sum = 0;
            for (int pair = 0; pair < Lengths.Length; pair++)
            {
                (int n, int m) = Lengths[pair];
                bool[,] links = new bool[n, m];
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < m; j++)
                    {
                        links[i, j] = forward[pair][i, j] > threshold && reverse[pair][i, j] > threshold;
                    }
                }

                for (int i = 0; i < n; i++)
                {
                    int[] taken = [.. Enumerable.Range(0, m).Where(j => links[i, j])];
                    sum += Probability(taken, hasNull, j => forward[pair][i, j], m) / n;
                }

                for (int j = 0; j < m; j++)
                {
                    int[] taken = [.. Enumerable.Range(0, n).Where(i => links[i, j])];
                    sum += Probability(taken, hasNull, i => reverse[pair][i, j], n) / m;
                }
            }

            // Half for the directions, half for the pairs, and twice for the weight.
            return -sum / 2;
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Consistency_is_the_trace_of_both_directions_over_the_shorter_length(bool hasNull) => Check(
        hasNull,
        new ObjectiveWeights { Links = 0, Consistency = 0.5f },
        (forward, reverse) => -0.5 * Enumerable.Range(0, 2).Average(pair =>
        {
            (int n, int m) = Lengths[pair];
            double trace = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                {
                    trace += forward[pair][i, j] * reverse[pair][i, j];
                }
            }

            return trace / Math.Min(n, m);
        }));

    [Fact]
    public void Terms_are_added()
    {
        double Loss(ObjectiveWeights weights)
        {
            using ObjectiveRun run = Create(hasNull: true, weights);
            using ObjectiveBatch batch = run.Batch();
            return run.Run(batch)[0][0];
        }

        ObjectiveWeights none = new() { Links = 0 };
        Loss(new ObjectiveWeights { Links = 2, SelfTraining = 3, Consistency = 4 }).ShouldBe(
            (2 * Loss(none with { Links = 1 })) + (3 * Loss(none with { SelfTraining = 1 }))
                + (4 * Loss(none with { Consistency = 1 })),
            1e-4);
    }

    // Links of a word alike, or null; without a null word each link counts as one.
    private static double Probability(int[] taken, bool hasNull, Func<int, double> probability, int last) =>
        !hasNull ? taken.Sum(probability)
        : taken.Length == 0 ? probability(last)
        : taken.Average(probability);

    private static ObjectiveRun Create(bool hasNull, ObjectiveWeights weights) => new(config => new AlignmentObjective(
        config,
        new AlignmentObjectiveOptions
        {
            Layer = 1,
            Scale = hasNull ? (float)Scale : null,
            NullCosine = (float)NullCosine,
        },
        weights));

    private static void Check(
        bool hasNull, ObjectiveWeights weights, Func<double[][,], double[][,], double> expected)
    {
        using ObjectiveRun run = Create(hasNull, weights);
        using ObjectiveBatch batch = run.Batch();
        float[][] values = run.Run(batch, "source/words", "target/words");
        double[][,] forward = new double[2][,], reverse = new double[2][,];
        for (int pair = 0; pair < 2; pair++)
        {
            (int n, int m) = Lengths[pair];
            double[,] scores = Scores(
                values[1].AsSpan(pair * 3 * Width), values[2].AsSpan(pair * 3 * Width), n, m, hasNull);
            int extra = hasNull ? 1 : 0;
            forward[pair] = new double[n, m + extra];
            reverse[pair] = new double[n + extra, m];
            for (int i = 0; i < n; i++)
            {
                double sum = Enumerable.Range(0, m + extra).Sum(j => scores[i, j]);
                for (int j = 0; j < m + extra; j++)
                {
                    forward[pair][i, j] = scores[i, j] / sum;
                }
            }

            for (int j = 0; j < m; j++)
            {
                double sum = Enumerable.Range(0, n + extra).Sum(i => scores[i, j]);
                for (int i = 0; i < n + extra; i++)
                {
                    reverse[pair][i, j] = scores[i, j] / sum;
                }
            }
        }

        ((double)values[0][0]).ShouldBe(expected(forward, reverse), 1e-4);
        run.ShouldHaveGradient(batch);
    }

    // Exponentials of what the softmax takes, the null words last.
    private static double[,] Scores(ReadOnlySpan<float> source, ReadOnlySpan<float> target, int n, int m, bool hasNull)
    {
        double[,] scores = new double[n + 1, m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                scores[i, j] = Math.Exp(Scale * NullCosine);
                if (i < n && j < m)
                {
                    double product = 0, left = 0, right = 0;
                    for (int k = 0; k < Width; k++)
                    {
                        (double a, double b) = (source[(i * Width) + k], target[(j * Width) + k]);
                        (product, left, right) = (product + (a * b), left + (a * a), right + (b * b));
                    }

                    scores[i, j] = Math.Exp(hasNull ? Scale * product / Math.Sqrt(left * right) : product);
                }
            }
        }

        return scores;
    }
}
