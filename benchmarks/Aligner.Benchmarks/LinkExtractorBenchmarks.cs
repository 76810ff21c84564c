using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;
using BenchmarkDotNet.Attributes;

namespace Aligner.Benchmarks;

/// <summary>The links of a random matrix of <see cref="Length"/> words a side, by each extractor.</summary>
[MemoryDiagnoser]
public class LinkExtractorBenchmarks
{
    private ILinkExtractor _extractor = LinkExtractors.All[0].Create(new ExtractionSettings());
    private float[] _similarity = [];

    [Params(30, 100)]
    public int Length { get; set; }

    [ParamsSource(nameof(Names))]
    public string Extractor { get; set; } = string.Empty;

    public static IEnumerable<string> Names => LinkExtractors.All.Select(entry => entry.Name);

    [GlobalSetup]
    public void SetUp()
    {
        LinkExtractorEntry entry = LinkExtractors.Get(Extractor);
        _extractor = entry.Create(new ExtractionSettings { Temperature = entry.HasTemperature ? 0.02 : null });
        _similarity = RandomPairs.Similarity(Length);
    }

    [Benchmark]
    public ScoredLink[] Extract() => _extractor.Extract(_similarity, Length, Length);
}
