using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Commands;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Similarity;
using Aligner.Similarity.Embeddings;

namespace Aligner.Cli.Methods;

/// <summary>The methods that link words by the similarity of their vectors.</summary>
/// <remarks>The whole bitext is held in memory: its words decide which vectors are read.</remarks>
internal sealed class SimilarityFamily : IMethodFamily
{
    private const int BatchSize = 2048;

    private readonly TextBundle _text;
    private readonly VectorBundle _vectors;
    private readonly ExtractionBundle _extraction;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public SimilarityFamily(Command command, SharedOptions shared)
    {
        _text = shared.Text;
        _vectors = new VectorBundle(command);
        _extraction = new ExtractionBundle(command, shared.Threshold);
    }

    public static IEnumerable<(string Name, string Summary)> All =>
        [("sim", "the similarity of word vectors, no training")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. _vectors.Options, .. _extraction.Options];

    public void Validate(CommandResult result) => _vectors.Validate(result);

    public void Align(AlignRun run)
    {
        _extraction.Check(run.Parsed);
        using TextOutput output = run.OpenOutput();
        Corpus corpus = Read(run);
        IPairEmbedder embedder = _vectors.Load(run, corpus.Pairs, _text.Tokenizer.TextOptions(run.Parsed));
        IReadOnlyList<TokenizedPair>[] batches = [.. corpus.Pairs.Chunk(BatchSize)];
        SimilarityAligner aligner = _extraction.CreateAligner(run, embedder, batches);
        run.Write(corpus.Pairs.Zip(corpus.Tokens), Align, output);
        LeftOut.Warn(
            run.Context.Messages, corpus.EmptyPairs, corpus.OverlongPairs, _text.MaxLength(run.Parsed));

        IEnumerable<AnnotatedAlignment> Align((TokenizedPair Pair, TokenizedPair Tokens)[] batch)
        {
            IEnumerable<AnnotatedAlignment> alignments = run.Align(aligner, [.. batch.Select(item => item.Pair)]);
            return run.WantsTokens
                ? alignments.Zip(batch, (links, item) => links with { Tokens = item.Tokens })
                : alignments;
        }
    }

    private Corpus Read(AlignRun run)
    {
        Corpus corpus = new();
        int maxLength = _text.MaxLength(run.Parsed);
        Func<SentencePair, TokenizedPair> split = _text.Tokenizer.Splitter(run.Parsed);
        using BitextReader bitext = run.OpenInput();
        foreach (SentencePair pair in Lockstep.Pairs(bitext))
        {
            run.Context.Cancellation.ThrowIfCancellationRequested();
            corpus.Add(split(pair), maxLength);
        }

        return corpus;
    }

    /// <summary>The tokens of all pairs, and the same with those emptied that are not to be aligned.</summary>
    private sealed class Corpus
    {
        private static readonly TokenizedPair Empty = new([], []);

        public List<TokenizedPair> Tokens { get; } = [];

        public List<TokenizedPair> Pairs { get; } = [];

        public int EmptyPairs { get; private set; }

        public int OverlongPairs { get; private set; }

        public void Add(TokenizedPair pair, int maxLength)
        {
            bool isEmpty = pair.Source.Count == 0 || pair.Target.Count == 0;
            bool isOverlong = !isEmpty && Math.Max(pair.Source.Count, pair.Target.Count) > maxLength;
            EmptyPairs += isEmpty ? 1 : 0;
            OverlongPairs += isOverlong ? 1 : 0;
            Tokens.Add(pair);
            Pairs.Add(isEmpty || isOverlong ? Empty : pair);
        }
    }
}
