using Aligner.Tokenization.Words;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>Splitting one line, by tokenizer and kind of text.</summary>
public class TokenizerBenchmarks
{
    private readonly List<TokenSpan> _tokens = [];
    private ITokenizer _tokenizer = Tokenizers.All[0].Tokenizer;

    public static IEnumerable<string> Names => Tokenizers.All.Select(entry => entry.Name);

    public static IEnumerable<string> Lines =>
    [
        "It's about 3.5 km from here to the station, isn't it?",
        "ここから駅まではおよそ3.5キロです。",
    ];

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _tokenizer = Tokenizers.Get(Name);

    [Benchmark]
    [ArgumentsSource(nameof(Lines))]
    public int Tokenize(string line)
    {
        _tokens.Clear();
        _tokenizer.Tokenize(line, _tokens);
        return _tokens.Count;
    }
}
