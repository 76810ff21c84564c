using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Similarity;

namespace Aligner.Cli.Methods;

/// <summary>The methods that link words by the similarity of their vectors.</summary>
/// <remarks>
/// With an encoder alone the bitext streams. With vector files it is held in memory: its words decide which vectors are
/// read.
/// </remarks>
internal sealed class SimilarityFamily : IMethodFamily
{
    public const string Name = "sim";

    private readonly SharedOptions _shared;
    private readonly EmbeddingBundle _embeddings;
    private readonly ExtractionBundle _extraction;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public SimilarityFamily(ToolCommand command, SharedOptions shared)
    {
        _shared = shared;
        _embeddings = new EmbeddingBundle(command, shared);
        _extraction = new ExtractionBundle(command, shared.Threshold);
    }

    public static IEnumerable<(string Name, string Summary)> All =>
        [(Name, "the similarity of an encoder's hidden states or of word vectors, no training")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. _embeddings.Options, .. _extraction.Options];

    public string? Check(CommandResult result) => _embeddings.Check(result);

    public bool Streams(CommandResult result) => !_embeddings.NeedsAllWords(result);

    public void Align(AlignRun run)
    {
        bool needsAll = _embeddings.NeedsAllWords(run.Parsed.CommandResult);
        bool needsSample = _embeddings.IsCentered(run.Parsed) || _extraction.HasNullThreshold(run.Parsed);
        if (needsSample && (run.IsLineBuffered || run.Shard is not null))
        {
            string option = run.IsLineBuffered ? "--line-buffered" : "--shard";
            throw new UsageException(
                $"{option} cannot be given with --center or --null-threshold: they need more pairs");
        }

        ExtractionSetup setup = _extraction.Setup(run.Parsed, _embeddings);
        TextBundle text = _shared.Text;
        using TextOutput output = run.OpenOutput();
        using PairStream input = new(text.Open(run), text.MaxLength(run.Parsed), run.Context.Cancellation);
        IReadOnlyList<TokenizedPair> ahead = input.ReadAhead(
            needsAll ? int.MaxValue : needsSample ? EmbeddingBundle.SampleSize : 0);
        using Embedders embedders = Load(run, ahead);
        SimilarityAligner aligner = setup.CreateAligner(run, embedders.All, ahead.Take(EmbeddingBundle.SampleSize));
        long start = Stopwatch.GetTimestamp();
        input.Align(run, aligner, output);
        if (embedders.Contextual is { } contextual)
        {
            LeftOut.WarnOfCut(run.Context.Messages, contextual.CutCount);
            EncoderBundle.Report(run, contextual.Totals, Stopwatch.GetElapsedTime(start));
        }
    }

    private Embedders Load(AlignRun run, IReadOnlyList<TokenizedPair> pairs)
    {
        Embedders? embedders = null;
        ProgressDisplay.Run(run.Context.Messages, progress =>
        {
            progress.Report(new ProgressStep("loading vectors", 0));
            embedders = _embeddings.Load(run, pairs, _shared.Text.Tokenizer.TextOptions(run.Parsed));
        });
        return embedders!;
    }
}
