using System.Globalization;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Encoders;
using Aligner.Fitting;
using Aligner.Neural.Models;
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
    private readonly Dictionary<string, EncoderReader> _encoders = [];

    /// <param name="run">Threads and seed.</param>
    /// <param name="encoders">
    /// The folders of the encoders that <c>auto</c> asks, an empty one for the encoder that ships; none if no text is
    /// aligned by <c>auto</c>.
    /// </param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="OnnxRuntimeUnavailableException">An encoder is needed and cannot run.</exception>
    /// <exception cref="UsageException">
    /// The encoder that ships is needed and none comes with this build, or one cannot give links.
    /// </exception>
    public GoldTextReader(RunSettings run, IEnumerable<string> encoders, CancellationToken cancellation)
    {
        (_run, _cancellation) = (run, cancellation);
        foreach (string folder in encoders.Distinct())
        {
            FinetuneFiles.RequireRuntime();
            ModelFolder model = folder.Length > 0
                ? ModelFolder.Open(folder)
                : ShippedEncoder.Open()
                    ?? throw new UsageException("no encoder comes with this build, for method auto");
            _encoders[folder] = new EncoderReader(
                EncoderBundle.RequireLinks(model),
                new SessionSettings { Threads = 1 }, // batches run beside each other, one a thread
                _text.Normalization,
                run.Threads);
        }
    }

    /// <summary>The evidence of a text.</summary>
    /// <exception cref="DataException">The gold links do not belong to pairs of the text.</exception>
    public LabeledText Read(ManifestLine line)
    {
        LineReader gold = TextInput.Open(line.Gold);
        return Read(
            BitextReader.Open(line.Bitext),
            new NamedInput<AnnotatedAlignment>(line.Gold, Pharaoh(gold)),
            line.Place,
            line.Method,
            line.Quality,
            line.Encoder ?? string.Empty);
    }

    /// <summary>The evidence of a text.</summary>
    /// <param name="bitext">The text; it is closed.</param>
    /// <param name="gold">Gold links of some of its pairs.</param>
    /// <param name="place">Which pairs these are.</param>
    /// <param name="method"><c>auto</c> or a statistical method.</param>
    /// <param name="quality">The quality of the method.</param>
    /// <param name="encoder">The folder of the encoder that <c>auto</c> asks, as the constructor had it.</param>
    /// <exception cref="DataException">The gold links do not belong to pairs of the text.</exception>
    public LabeledText Read(
        BitextReader bitext,
        NamedInput<AnnotatedAlignment> gold,
        GoldPlace place,
        string method,
        Quality quality,
        string encoder = "")
    {
        using (bitext)
        {
            TokenizedPair[] pairs = [.. Lockstep.Pairs(bitext).Select(new PairSplitter(_text).Split)];
            (int first, List<GoldAlignment> links) = Place(gold, place, bitext.Name, pairs);
            TextPlan plan = new()
            {
                Method = StatisticalMethods.Get(method == WordAligner.Auto ? StatisticalMethods.Best : method),
                Settings = new MethodSettings { Quality = quality, Seed = _run.Seed },
                Text = _text,
                Decision = NetworkFitting.Decision,
                Encoder = method == WordAligner.Auto ? _encoders[encoder] : null,
            };
            TrainedText trained = TrainedText.Train(
                new TrainingText(place == GoldPlace.New ? pairs[..first] : pairs),
                plan,
                new TrainingContext { Threads = _run.Threads, Cancellation = _cancellation });
            return place == GoldPlace.New
                ? LabeledText.CollectUnseen(
                    trained.Model,
                    trained.Model.Encoder is null ? null : plan.Encoder,
                    pairs[first..],
                    links,
                    _run.Threads,
                    _cancellation)
                : LabeledText.Collect(trained, links, first, _cancellation);
        }
    }

    public void Dispose()
    {
        foreach (EncoderReader encoder in _encoders.Values)
        {
            encoder.Dispose();
        }
    }

    private static IEnumerable<AnnotatedAlignment> Pharaoh(LineReader lines)
    {
        using (lines)
        {
            foreach (AnnotatedAlignment links in AlignmentFormats.Get("pharaoh").Read(lines, new FormatOptions()))
            {
                yield return links;
            }
        }
    }

    private static (int First, List<GoldAlignment> Gold) Place(
        NamedInput<AnnotatedAlignment> input, GoldPlace place, string bitext, TokenizedPair[] pairs)
    {
        List<AnnotatedAlignment> gold = [.. input.Items];
        if (gold.Count > pairs.Length)
        {
            throw new DataException(input.Name, 0, string.Create(
                CultureInfo.InvariantCulture,
                $"has {gold.Count} lines, but {bitext} only {pairs.Length} sentence pairs"));
        }

        int first = place == GoldPlace.First ? 0 : pairs.Length - gold.Count;
        for (int k = 0; k < gold.Count; k++)
        {
            Lockstep.RequireInside(input.Name, k + 1, gold[k].Links.Select(link => link.Link), pairs[first + k]);
        }

        return (first, gold.ConvertAll(links => links.ToGold()));
    }
}
