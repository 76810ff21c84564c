using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.MaskedLanguage;

namespace Aligner.Finetuning.Tests.Objectives.MaskedLanguage;

public class MaskedLanguageObjectiveTests : RuntimeTests
{
    private const int Mask = 4, Width = 8, Vocabulary = 13;

    [Theory]
    [InlineData(false, 4, 6)]
    [InlineData(true, 2, 9)]
    public void Sentences_are_read_each_by_itself_or_both_of_a_pair_together(bool readsPairs, long rows, long length)
    {
        using ObjectiveRun run = Create(readsPairs);
        using ObjectiveBatch batch = run.Batch();
        batch.Inputs.Single(input => input.Name.EndsWith("input_ids", StringComparison.Ordinal))
            .Tensor.Shape.ShouldBe([rows, length]);
    }

    /// <summary>The head of BERT in double precision, from the hidden states of the graph.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_loss_is_the_cross_entropy_of_hidden_pieces(bool readsPairs)
    {
        using ObjectiveRun run = Create(readsPairs);
        using ObjectiveBatch batch = run.Batch();
        string prefix = readsPairs ? "tlm/" : "mlm/";
        float[][] values = run.Run(batch, prefix + "hidden_1");
        long[] places = Values(batch, prefix + "places"), labels = Values(batch, prefix + "labels");
        double sum = 0;
        for (int k = 0; k < places.Length; k++)
        {
            float[] hidden = values[1][((int)places[k] * Width)..(((int)places[k] + 1) * Width)];
            double[] scores = Scores(run, hidden);
            sum += Math.Log(scores.Sum(Math.Exp)) - scores[labels[k]];
        }

        ((double)values[0][0]).ShouldBe(sum / places.Length, 1e-4);
        run.ShouldHaveGradient(batch);
    }

    [Fact]
    public void The_seed_decides_what_is_hidden()
    {
        using ObjectiveRun run = Create(readsPairs: true);
        long[] Places(ulong seed)
        {
            using ObjectiveBatch batch = run.Batch(seed);
            return Values(batch, "tlm/places");
        }

        Places(3).ShouldBe(Places(3));
        Enumerable.Range(0, 10).Select(seed => string.Join(' ', Places((ulong)seed))).Distinct().Count()
            .ShouldBeGreaterThan(3);
    }

    private static ObjectiveRun Create(bool readsPairs) => new(config =>
        new MaskedLanguageObjective(config, new MaskedLanguageOptions { MaskId = Mask, ReadsPairs = readsPairs }));

    private static long[] Values(ObjectiveBatch batch, string name) =>
        batch.Inputs.Single(input => input.Name == name).Tensor.Values<long>().ToArray();

    private static double[] Scores(ObjectiveRun run, float[] hidden)
    {
        double[] dense = new double[Width], scores = new double[Vocabulary];
        for (int column = 0; column < Width; column++)
        {
            double x = run["language/dense/bias"][column];
            for (int row = 0; row < Width; row++)
            {
                x += hidden[row] * run["language/dense/weight"][(row * Width) + column];
            }

            dense[column] = x * NormalDistribution(x);
        }

        double mean = dense.Average(), variance = dense.Average(x => (x - mean) * (x - mean));
        for (int id = 0; id < Vocabulary; id++)
        {
            for (int k = 0; k < Width; k++)
            {
                scores[id] += (dense[k] - mean) / Math.Sqrt(variance + 1e-12)
                    * run["embeddings/words"][(id * Width) + k];
            }
        }

        return scores;
    }

    // By the trapezoidal rule from far below.
    private static double NormalDistribution(double x)
    {
        const int Steps = 4000;
        const double Low = -9;
        double width = (x - Low) / Steps, sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double t = Low + (i * width);
            sum += Math.Exp(-t * t / 2) * (i is 0 or Steps ? 0.5 : 1);
        }

        return sum * width / Math.Sqrt(2 * Math.PI);
    }
}
