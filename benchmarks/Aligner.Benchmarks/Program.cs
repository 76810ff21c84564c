using System.Reflection;
using Aligner.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["subwords", string tokenizer, string text])
{
    SubwordTokenizerBenchmarks.Run(tokenizer, text);
}
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
