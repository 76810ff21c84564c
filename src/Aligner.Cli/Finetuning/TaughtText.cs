using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Combination.Deciders;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Training;
using Aligner.Texts;
using Aligner.Tokenization.Words;

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
        Func<SentencePair, TokenizedPair> split = new PairSplitter(_text).Split;
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
        Func<SentencePair, TokenizedPair> split = new PairSplitter(_text).Split;
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
        TrainingText text = new([.. Lockstep.Pairs(reader).Select(new PairSplitter(_text).Split)]);
        TextPlan plan = new()
        {
            Settings = new MethodSettings { Seed = _run.Seed },
            Text = _text,
            MaxLength = MaxLength,
            Decision = new NetworkOptions { Threshold = TeacherThreshold },
        };
        TrainedText trained = TrainedText.Train(
            text, plan, new TrainingContext { Threads = _run.Threads, Cancellation = _context.Cancellation });
        return text.Start.Zip(trained.Align(_context.Cancellation), (pair, links) => (pair, links.Links));
    }
}
