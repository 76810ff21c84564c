using System.Globalization;
using System.Reflection;
using Aligner.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["subwords", string tokenizer, string text])
{
    SubwordTokenizerBenchmarks.Run(tokenizer, text);
}
else if (args is ["encoder-model", string folder, string vocabulary])
{
    EncoderBenchmarks.WriteModel(folder, vocabulary);
}
else if (args is ["encoder", string bitext, .. string[] models])
{
    EncoderBenchmarks.Run(bitext, models);
}
else if (args is ["training", string threads])
{
    TrainingBenchmarks.Run(int.Parse(threads, CultureInfo.InvariantCulture));
}
else if (args is ["new-words", string manifest])
{
    NewWordBenchmarks.Run(manifest);
}
else if (args is ["filter-areas", string noise, string links])
{
    FilterBenchmarks.PrintAreas(noise, links);
}
else if (args is ["filter-fit", .. string[] files])
{
    FilterBenchmarks.PrintFit(files);
}
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
