using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests;

/// <summary>Small bitexts; a pair is written <c>das Haus ||| the house</c>.</summary>
internal static class Bitexts
{
    /// <summary>The corpus by which Koehn (2010), figure 4.4, explains the EM training of Model 1.</summary>
    public static readonly string[] Textbook =
        ["das Haus ||| the house", "das Buch ||| the book", "ein Buch ||| a book"];

    /// <summary>Up to five pairs of up to four words out of four types a side.</summary>
    public static Gen<string[]> Small { get; } =
        from count in Gen.Choose(1, 5)
        from pairs in Gen.ArrayOf(
            from source in Sentence("e")
            from target in Sentence("f")
            select $"{source} ||| {target}", count)
        select pairs;

    public static BitextReader Reader(params IEnumerable<string> pairs) => new MemoryBitext(pairs);

    public static TrainingText Text(params IEnumerable<string> pairs) => new([], pairs.Select(Tokens));

    public static ParallelCorpus Corpus(params IEnumerable<string> pairs) =>
        new PairEncoder(new TextOptions(), new Vocabulary(), new Vocabulary(), null, ParallelCorpus.LongestSide)
            .Collect(Text(pairs), TextStorage.Memory, CancellationToken.None);

    public static TokenizedPair Tokens(string pair) => Split(pair) is var (source, target)
        ? new TokenizedPair(Words(source), Words(target))
        : throw new ArgumentException(pair, nameof(pair));

    /// <summary>Sentences whose words are translated one by one, with a neighbor out of place here and there.</summary>
    public static string[] Synthetic(int pairs, int types, int maxLength)
    {
        Random random = new(17);
        return [.. Enumerable.Range(0, pairs).Select(_ =>
        {
            int[] words = [.. Enumerable.Range(0, random.Next(1, maxLength + 1)).Select(_ => random.Next(types))];
            int[] translated = [.. words.Where(_ => random.Next(10) > 0).DefaultIfEmpty(0)];
            if (random.Next(3) == 0)
            {
                (translated[0], translated[^1]) = (translated[^1], translated[0]);
            }

            return $"{string.Join(' ', words.Select(word => $"e{word}"))} ||| "
                + string.Join(' ', translated.Select(word => $"f{word}"));
        })];
    }

    private static Gen<string> Sentence(string prefix) =>
        from length in Gen.Choose(1, 4)
        from words in Gen.ArrayOf(Gen.Choose(0, 3), length)
        select string.Join(' ', words.Select(word => $"{prefix}{word}"));

    private static (string Source, string Target) Split(string pair)
    {
        int bars = pair.IndexOf("|||", StringComparison.Ordinal);
        return (pair[..bars].Trim(), pair[(bars + 3)..].Trim());
    }

    private static string[] Words(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed class MemoryBitext(IEnumerable<string> pairs) : BitextReader
    {
        private readonly Queue<string> _pairs = new(pairs);
        private long _line;

        public override string Name => "test";

        public override SentencePair? Read()
        {
            if (!_pairs.TryDequeue(out string? pair))
            {
                return null;
            }

            (string source, string target) = Split(pair);
            return new SentencePair(++_line, source, target);
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
