using Aligner.Cli.Commands;
using Aligner.Cli.Inputs;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Training;
using Aligner.Tokenization;

namespace Aligner.Cli.Finetuning;

/// <summary>
/// Reads bitexts with the links that an encoder is to learn: from files, or from a statistical aligner.
/// </summary>
internal sealed class TaughtText
{
    private const int MaxLength = 200;

    /// <summary>A teacher's links below this are noise.</summary>
    private const double TeacherThreshold = 0.2;

    private readonly CommandContext _context;
    private readonly RunSettings _run;
    private readonly TextOptions _text;

    /// <param name="context">Messages and cancellation.</param>
    /// <param name="run">Threads and seed.</param>
    /// <param name="text">How lines become words.</param>
    public TaughtText(CommandContext context, RunSettings run, TextOptions text) =>
        (_context, _run, _text) = (context, run, text);

    /// <summary>The pairs of a bitext with the sure links of a file.</summary>
    /// <exception cref="Core.DataException">They differ in length, or a link lies outside its pair.</exception>
    public IEnumerable<(TokenizedPair Pair, IReadOnlyList<ScoredLink> Links)> WithLinks(string bitext, string links)
    {
        Func<SentencePair, TokenizedPair> split = TokenizerBundle.Splitter(_text);
        using BitextReader reader = BitextReader.Open(bitext);
        using LineReader lines = TextInput.Open(links);
        NamedInput<SentencePair> pairs = new(bitext, Lockstep.Pairs(reader));
        NamedInput<AnnotatedAlignment> taught =
            new(links, AlignmentFormats.Get("pharaoh").Read(lines, new FormatOptions()));
        foreach ((SentencePair pair, AnnotatedAlignment alignment) in Lockstep.Read(pairs, taught))
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            TokenizedPair tokens = split(pair);
            Lockstep.RequireInside(links, pair.Line, alignment.Links.Select(link => link.Link), tokens);
            yield return (tokens, [.. alignment.Links
                .Where(link => !link.IsPossible)
                .Select(link => new ScoredLink(link.Link, link.Probability ?? 1))]);
        }
    }

    /// <summary>The pairs of a bitext.</summary>
    public IEnumerable<(TokenizedPair Pair, IReadOnlyList<ScoredLink> Links)> WithoutLinks(string bitext)
    {
        Func<SentencePair, TokenizedPair> split = TokenizerBundle.Splitter(_text);
        foreach (SentencePair pair in Lockstep.Pairs(BitextReader.Open(bitext)))
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            yield return (split(pair), []);
        }
    }

    /// <summary>The pairs of a bitext with the links of the statistical aligner, trained on it.</summary>
    public IEnumerable<(TokenizedPair Pair, IReadOnlyList<ScoredLink> Links)> WithTeacher(string bitext)
    {
        using BitextReader reader = BitextReader.Open(bitext);
        using RecordingBitextReader recording = new(reader);
        TrainingResult result = StatisticalTrainer.Train(
            StatisticalMethods.Get(StatisticalFamily.DefaultName),
            new MethodSettings { Quality = Quality.Best, Seed = _run.Seed },
            _text,
            MaxLength,
            recording,
            new TrainingContext { Threads = _run.Threads, Cancellation = _context.Cancellation });
        StatisticalAligner aligner = new(
            result.Model,
            new DecodingOptions { Symmetrization = result.Model.Method.Symmetrization, Threshold = TeacherThreshold },
            _run.Threads);
        Func<SentencePair, TokenizedPair> split = TokenizerBundle.Splitter(_text);
        foreach (int[] batch in Enumerable.Range(0, result.Corpus.Count).Chunk(2048))
        {
            IReadOnlyList<ScoredAlignment> links = aligner.AlignWithScores(
                [.. batch.Select(result.Pair)], _context.Cancellation);
            for (int i = 0; i < batch.Length; i++)
            {
                yield return (split(recording.Pairs[batch[i]]), links[i].Links);
            }
        }
    }
}
