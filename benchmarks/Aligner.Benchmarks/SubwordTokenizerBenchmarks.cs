using System.Diagnostics;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Words;

namespace Aligner.Benchmarks;

/// <summary>Words a second that a subword tokenizer takes on one core, over a text read once.</summary>
internal static class SubwordTokenizerBenchmarks
{
    private const int Runs = 5;

    /// <summary>Prints the throughput of <paramref name="tokenizerPath"/> on the lines of a file.</summary>
    public static void Run(string tokenizerPath, string textPath)
    {
        ITokenizer blanks = Tokenizers.Get("none");
        List<string> lines = [];
        using (LineReader reader = TextInput.Open(textPath))
        {
            while (reader.ReadLine() is string line)
            {
                lines.Add(line);
            }
        }

        List<IReadOnlyList<string>> sentences = lines.ConvertAll(line => blanks.Split(line));
        long words = sentences.Sum(sentence => (long)sentence.Count);
        Stopwatch loading = Stopwatch.StartNew();
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(tokenizerPath);
        Console.WriteLine($"loaded in {loading.ElapsedMilliseconds} ms; {words} words");
        for (int run = 1; run <= Runs; run++)
        {
            Measure($"words, run {run}", words, sentences, sentence => tokenizer.Encode(sentence).Count);
            Measure($"lines, run {run}", words, lines, line => tokenizer.Encode(line).Count);
        }
    }

    private static void Measure<T>(string name, long words, List<T> items, Func<T, int> encode)
    {
        Stopwatch watch = Stopwatch.StartNew();
        long pieces = items.Sum(item => (long)encode(item));
        Console.WriteLine($"{name}: {words / watch.Elapsed.TotalSeconds / 1e6:0.00}M words/s, {pieces} pieces");
    }
}
