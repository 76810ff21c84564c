using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.ParallelSentences;

namespace Aligner.Finetuning.Tests.Objectives.ParallelSentences;

public class ParallelSentenceObjectiveTests : RuntimeTests
{
    private const int Width = 8, Cls = 2, Sep = 3;

    [Fact]
    public void The_loss_is_the_cross_entropy_of_what_the_mean_of_all_pieces_says()
    {
        using ObjectiveRun run = Create();
        for (ulong seed = 1; seed < 6; seed++)
        {
            using ObjectiveBatch batch = run.Batch(seed);
            float[][] values = run.Run(batch, "parallel/hidden_1");
            float[] labels = Floats(batch, "parallel/labels"), shares = Floats(batch, "parallel/shares");
            int length = shares.Length / 2;
            double loss = 0;
            for (int row = 0; row < 2; row++)
            {
                double[] mean = new double[Width];
                for (int piece = 0; piece < length; piece++)
                {
                    for (int k = 0; k < Width; k++)
                    {
                        mean[k] += shares[(row * length) + piece] * values[1][(((row * length) + piece) * Width) + k];
                    }
                }

                double answer = run["parallel/answer/bias"][0];
                for (int column = 0; column < Width; column++)
                {
                    double x = run["parallel/dense/bias"][column];
                    for (int k = 0; k < Width; k++)
                    {
                        x += mean[k] * run["parallel/dense/weight"][(k * Width) + column];
                    }

                    answer += Math.Tanh(x) * run["parallel/answer/weight"][column];
                }

                double probability = 1 / (1 + Math.Exp(-answer));
                loss -= Math.Log(labels[row] == 1 ? probability : 1 - probability) / 2;
            }

            ((double)values[0][0]).ShouldBe(loss, 1e-4);
        }

        using ObjectiveBatch last = run.Batch();
        run.ShouldHaveGradient(last);
    }

    [Fact]
    public void Translations_keep_their_target_and_the_others_get_that_of_another_pair()
    {
        using ObjectiveRun run = Create();
        int translations = 0;
        for (ulong seed = 0; seed < 50; seed++)
        {
            using ObjectiveBatch batch = run.Batch(seed);
            long[] ids = batch.Inputs[0].Tensor.Values<long>().ToArray();
            float[] labels = Floats(batch, "parallel/labels");
            int length = ids.Length / 2;
            for (int row = 0; row < 2; row++)
            {
                long[] text = [.. ids[(row * length)..((row + 1) * length)].Where(id => id != 0)];
                int own = labels[row] == 1 ? row : 1 - row;
                int targetPieces = own == 0 ? 2 : 3;
                text.ShouldBe([
                    .. run.Corpus[row].Source.Ids.ToArray().Select(id => (long)id),
                    .. run.Corpus[own].Target.Ids[1..].ToArray().Select(id => (long)id)]);
                (text[0], text[^1]).ShouldBe((Cls, Sep));
                text.Length.ShouldBe((row == 0 ? 4 : 1) + 2 + targetPieces + 1);
                translations += (int)labels[row];
            }
        }

        translations.ShouldBeInRange(35, 65);
    }

    [Fact]
    public void A_pair_by_itself_is_a_translation()
    {
        ParallelSentenceObjective objective = new(ObjectiveRun.Config);
        using ObjectiveRun run = Create();
        for (ulong seed = 0; seed < 10; seed++)
        {
            using ObjectiveBatch batch = objective.CreateBatch(run.Corpus, [1], new Core.Numerics.SplitMix64(seed));
            Floats(batch, "parallel/labels").ShouldBe([1f]);
        }
    }

    private static ObjectiveRun Create() => new(config => new ParallelSentenceObjective(config));

    private static float[] Floats(ObjectiveBatch batch, string name) =>
        batch.Inputs.Single(input => input.Name == name).Tensor.Values<float>().ToArray();
}
