using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>
/// Looking up the lexical probabilities of a pair of 25 words a side in a trained model, by the number of entries that
/// each source word has.
/// </summary>
public class LexicalTableBenchmarks
{
    private const int SourceWords = 10_000;
    private const int TargetWords = 30_000;
    private const int Length = 25;

    private readonly Lattice _lattice = new();
    private readonly int[] _source = new int[Length];
    private readonly int[] _target = new int[Length];
    private FactoredLexicon _lexicon = new([]);

    [Params(10, 100, 1000)]
    public int EntriesPerWord { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        int[] columns = new int[SourceWords * EntriesPerWord];
        for (int entry = 0; entry < columns.Length; entry++)
        {
            columns[entry] = entry % EntriesPerWord * (TargetWords / EntriesPerWord);
        }

        float[] probabilities = new float[columns.Length];
        probabilities.AsSpan().Fill(1f / EntriesPerWord);
        int[] rowStarts = [.. Enumerable.Range(0, SourceWords + 1).Select(row => row * EntriesPerWord)];
        LexicalTable table = new(
            rowStarts, columns, probabilities, new float[TargetWords], floor: 1e-7f, totals: new float[SourceWords]);
        _lexicon = new FactoredLexicon([table]);
        Fill(_source, SourceWords);
        Fill(_target, TargetWords);

        void Fill(int[] sentence, int words)
        {
            foreach (ref int word in sentence.AsSpan())
            {
                word = random.Next(words);
            }
        }
    }

    [Benchmark]
    public void Emit() =>
        _lexicon.Emit(new EncodedSentence([_source]), new EncodedSentence([_target]), _lattice);
}
