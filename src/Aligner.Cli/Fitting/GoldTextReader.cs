using System.Globalization;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Encoders;
using Aligner.Fitting;
using Aligner.Neural.OnnxRuntime;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Training;
using Aligner.Texts;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Fitting;

/// <summary>Trains on texts as <c>align</c> does, and collects what the experts say of pairs with gold links.</summary>
internal sealed class GoldTextReader : IDisposable
{
    private readonly RunSettings _run;
    private readonly CancellationToken _cancellation;
    private readonly TextOptions _text = new();
    private readonly EncoderReader? _encoder;

    /// <param name="run">Threads and seed.</param>
    /// <param name="needsEncoder">Whether a text is aligned by <c>auto</c>.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="OnnxRuntimeUnavailableException">An encoder is needed and cannot run.</exception>
    /// <exception cref="UsageException">An encoder is needed and none comes with this build.</exception>
    public GoldTextReader(RunSettings run, bool needsEncoder, CancellationToken cancellation)
    {
        (_run, _cancellation) = (run, cancellation);
        if (needsEncoder)
        {
            FinetuneFiles.RequireRuntime();
            _encoder = new EncoderReader(
                ShippedEncoder.Open() ?? throw new UsageException("no encoder comes with this build, for method auto"),
                new SessionSettings { Threads = 1 }, // batches run beside each other, one a thread
                _text.Normalization,
                run.Threads);
        }
    }

    /// <summary>The evidence of a text.</summary>
    /// <exception cref="DataException">The gold links do not belong to pairs of the text.</exception>
    public LabeledText Read(ManifestLine line)
    {
        using BitextReader bitext = BitextReader.Open(line.Bitext);
        TrainingText text = TrainingText.Begin(bitext, new PairSplitter(_text).Split, int.MaxValue);
        (int first, List<GoldAlignment> gold) = ReadGold(line, text.Start);
        TextPlan plan = new()
        {
            Method = line.Statistical,
            Settings = new MethodSettings { Quality = line.Quality, Seed = _run.Seed },
            Text = _text,
            Decision = NetworkFitting.Decision,
            Encoder = line.Method == WordAligner.Auto ? _encoder : null,
        };
        TrainedText trained = TrainedText.Train(
            text, plan, new TrainingContext { Threads = _run.Threads, Cancellation = _cancellation });
        return LabeledText.Collect(trained, gold, first, _cancellation);
    }

    public void Dispose() => _encoder?.Dispose();

    private static (int First, List<GoldAlignment> Gold) ReadGold(ManifestLine line, IReadOnlyList<TokenizedPair> pairs)
    {
        using LineReader lines = TextInput.Open(line.Gold);
        List<AnnotatedAlignment> gold = [.. AlignmentFormats.Get("pharaoh").Read(lines, new FormatOptions())];
        if (gold.Count > pairs.Count)
        {
            throw new DataException(line.Gold, 0, string.Create(
                CultureInfo.InvariantCulture,
                $"has {gold.Count} lines, but {line.Bitext} only {pairs.Count} sentence pairs"));
        }

        int first = line.IsFirst ? 0 : pairs.Count - gold.Count;
        for (int k = 0; k < gold.Count; k++)
        {
            Lockstep.RequireInside(line.Gold, k + 1, gold[k].Links.Select(link => link.Link), pairs[first + k]);
        }

        return (first, gold.ConvertAll(links => links.ToGold()));
    }
}
