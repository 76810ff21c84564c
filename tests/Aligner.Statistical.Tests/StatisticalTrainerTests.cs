using Aligner.Statistical.Methods;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests;

public class StatisticalTrainerTests
{
    [Theory]
    [InlineData(20_000, 1L << 40)]
    [InlineData(20_000, long.MaxValue)]
    public void Tables_keep_their_own_bound_beside_that_of_the_process(long maxMemory, long maxProcessMemory)
    {
        List<MemoryForecast> told = [];

        StatisticalTrainer.Train(
            StatisticalMethods.Get("hmm"),
            new MethodSettings(),
            new TextOptions(),
            maxLength: 200,
            Bitexts.Text(Bitexts.Synthetic(pairs: 300, types: 300, maxLength: 20)),
            new TrainingContext
            {
                Threads = 1,
                MaxMemory = maxMemory,
                MaxProcessMemory = maxProcessMemory,
                Forecast = told.Add,
            });

        told.ShouldHaveSingleItem().TableBytes.ShouldBeInRange(1, maxMemory);
    }
}
