using System.Collections.Concurrent;
using System.Diagnostics;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Neural.Tests.Models;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Words;

namespace Aligner.Benchmarks;

/// <summary>
/// Aligning by an encoder against the bare runtime on the same padded batches, and float32 against int8.
/// </summary>
internal static class EncoderBenchmarks
{
    /// <summary>
    /// Writes a model of BERT-base shape with random weights and <paramref name="vocabulary"/>, a <c>vocab.txt</c>.
    /// </summary>
    public static void WriteModel(string folder, string vocabulary)
    {
        string[] pieces = File.ReadAllLines(vocabulary);
        string source = Directory.CreateTempSubdirectory().FullName;
        new TinyModel(EncoderFamily.Bert)
        {
            VocabularySize = pieces.Length,
            Pieces = pieces,
            Hidden = 768,
            Layers = 12,
            Heads = 12,
            Positions = 512,
        }.Write(source);
        ModelImporter.Import(source, folder, new ImportOptions());
        Directory.Delete(source, recursive: true);
    }

    /// <summary>Aligns a bitext by the last layer of each model and compares times and links.</summary>
    public static void Run(string bitext, IReadOnlyList<string> models)
    {
        List<TokenizedPair> pairs = Read(bitext);
        IReadOnlyList<Alignment>? first = null;
        foreach (string model in models)
        {
            ModelFolder folder = ModelFolder.Open(model);
            EncoderOptions options = new()
            {
                Layer = folder.Manifest.Encoder.Layers,
                Session = new SessionSettings { Threads = 1 },
            };
            IReadOnlyList<Alignment> links = Align(model, folder, options, pairs);
            Bare(folder, options, pairs);
            first ??= links;
            int same = links.Zip(first).Count(both => both.First.Equals(both.Second));
            Console.WriteLine($"  the links of the first model on {100.0 * same / links.Count:0.0}% of the pairs");
        }
    }

    private static IReadOnlyList<Alignment> Align(
        string name, ModelFolder folder, EncoderOptions options, List<TokenizedPair> pairs)
    {
        int threads = Environment.ProcessorCount;
        using ContextualEmbedder embedder =
            new(folder, options, new WordNormalizer(new NormalizationOptions()));
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get("itermax").Create(new ExtractionSettings()), new SimilarityOptions(), threads);
        aligner.Align(pairs[..Math.Min(16, pairs.Count)], CancellationToken.None);
        EncodingTotals before = embedder.Totals;
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<Alignment> links = aligner.Align(pairs, CancellationToken.None);
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double runtime = embedder.Totals.RuntimeSeconds - before.RuntimeSeconds;
        long pieces = embedder.Totals.Pieces - before.Pieces;
        long positions = embedder.Totals.Positions - before.Positions;
        Console.WriteLine(
            $"{name}\n  aligning: {pairs.Count / wall:0.0} pairs/s, {positions / wall:0} positions/s"
            + $" ({100.0 * (positions - pieces) / positions:0.0}% padding),"
            + $" {100 * runtime / wall / threads:0.0}% of the wall time in the runtime");
        return links;
    }

    /// <summary>Runs the runtime alone, over the batches that aligning the pairs makes.</summary>
    private static void Bare(ModelFolder folder, EncoderOptions options, List<TokenizedPair> pairs)
    {
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.TokenizerPath);
        SentencePool pool = SentencePool.Split(
            pairs, tokenizer, new WordNormalizer(new NormalizationOptions()), int.MaxValue).Single();
        int[] lengths = [.. pool.Sentences.Select(pieces => tokenizer.AddSpecialTokens(pieces).Pieces.Count)];
        using Encoder encoder = Encoder.Load(folder, options);
        long positions = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
        long start = Stopwatch.GetTimestamp();
        Parallel.ForEach(
            Partitioner.Create(
                LengthBatches.Group(lengths, BatchEncoder.PositionBudget), EnumerablePartitionerOptions.NoBuffering),
            parallel,
            batch =>
            {
                int[] rows = [.. batch.ToArray().Select(sequence => lengths[sequence])];
                int length = rows[0];
                encoder.Encode(new int[rows.Length * length], rows, new float[rows.Length * length * encoder.Width]);
                Interlocked.Add(ref positions, rows.Length * length);
            });
        Console.WriteLine($"  bare runtime: {positions / Stopwatch.GetElapsedTime(start).TotalSeconds:0} positions/s");
    }

    private static List<TokenizedPair> Read(string path)
    {
        ITokenizer blanks = Tokenizers.Get("none");
        List<TokenizedPair> pairs = [];
        using BitextReader reader = BitextReader.Open(path);
        while (reader.Read() is SentencePair pair)
        {
            pairs.Add(new TokenizedPair(blanks.Split(pair.Source), blanks.Split(pair.Target)));
        }

        return pairs;
    }
}
