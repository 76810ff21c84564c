using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Encoders;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;
using Aligner.Texts;
using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner;

/// <summary>Finds which words of a sentence and its translation belong together.</summary>
/// <remarks>
/// <see cref="Load"/> opens a model, <see cref="Train"/> learns from a bitext. Methods may be called by
/// several threads at once.
/// </remarks>
public sealed class WordAligner : IDisposable
{
    /// <summary>The default method: the best statistical aligner, with the encoder that ships.</summary>
    public const string Auto = "auto";

    private const int BatchSize = 2048;

    private readonly IScoringWordAligner _aligner;
    private readonly SentenceSplitter _sentences;
    private readonly TextOptions _options;
    private readonly UnitOptions _units;
    private readonly int _maxLength;
    private readonly int _threads;
    private readonly StatisticalModel? _model;
    private readonly TrainedText? _text;
    private readonly UnitLog? _log;
    private readonly IDisposable? _encoder;

    private WordAligner(
        LoadedAligner loaded, WordAlignerOptions options, TrainedText? text = null, UnitLog? log = null)
    {
        (_aligner, _model, _encoder) = (loaded.Aligner, loaded.Model, loaded.Encoder);
        _sentences = new SentenceSplitter(options);
        _options = _sentences.Known(loaded.Model?.Text.ForNewText() ?? options.Text);
        _units = loaded.Model is null
            ? options.Units
            : options.Units with { Subwords = options.Units.Subwords ?? PieceConventions.Auto };
        _maxLength = loaded.Model?.MaxLength ?? options.MaxLength;
        (_text, _log, _threads) = (text, log, options.Threads);
    }

    /// <summary>Loads a model.</summary>
    /// <param name="path">
    /// A model file that <see cref="Save"/> or <c>aligner train</c> made, or the folder of an encoder; null, the
    /// default, for the encoder that ships.
    /// </param>
    /// <param name="options">How text is read; null for the defaults.</param>
    /// <exception cref="Core.DataException">The model is damaged.</exception>
    /// <exception cref="IOException">The model does not exist or cannot be read.</exception>
    /// <exception cref="InvalidOperationException">No encoder ships with this build.</exception>
    public static WordAligner Load(string? path = null, WordAlignerOptions? options = null)
    {
        WordAlignerOptions known = options ?? new WordAlignerOptions();
        return new WordAligner(LoadedAligner.Open(path, known), known);
    }

    /// <summary>Learns from a bitext.</summary>
    /// <param name="pairs">Sentences and their translations; read once.</param>
    /// <param name="options">What to train; null for the defaults.</param>
    /// <param name="progress">Told after each iteration.</param>
    /// <param name="cancellation">Cancels training.</param>
    /// <exception cref="ArgumentException">The method is unknown, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static WordAligner Train(
        IEnumerable<(string Source, string Target)> pairs,
        WordAlignerOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        WordAlignerOptions known = options ?? new WordAlignerOptions();
        SentenceSplitter sentences = new(known);
        bool isAuto = known.Method == Auto;
        EncoderReader? encoder = isAuto ? LoadedAligner.OpenReader(known) : null;
        try
        {
            using TokenizedBitext bitext =
                new(new SequenceReader(pairs.Select(sentences.Split)), sentences.Known(known.Text), known.Units);
            TextPlan plan = new()
            {
                Method = StatisticalMethods.Get(isAuto ? StatisticalMethods.Best : known.Method),
                Settings = new MethodSettings { Quality = known.Quality, Seed = known.Seed },
                Text = bitext.Text,
                MaxLength = known.MaxLength,
                Encoder = encoder,
            };
            UnitLog log = new(bitext);
            TrainingText text = TrainingText.Begin(log.Read(), EncoderPrior.LeastLarge);
            TrainedText trained = TrainedText.Train(text, plan, new TrainingContext
            {
                Threads = known.Threads,
                Progress = progress,
                Cancellation = cancellation,
            });
            return new WordAligner(LoadedAligner.Of(trained.Model, encoder, known), known, trained, log);
        }
        catch
        {
            encoder?.Dispose();
            throw;
        }
    }

    /// <summary>The links of a pair, with their probabilities and the score of the pair.</summary>
    /// <param name="source">A sentence.</param>
    /// <param name="target">Its translation.</param>
    public ScoredAlignment Align(string source, string target) => AlignAll([(source, target)]).Single();

    /// <summary>The links of a pair that is split into words already.</summary>
    /// <param name="source">The words of a sentence.</param>
    /// <param name="target">The words of its translation.</param>
    public ScoredAlignment Align(IReadOnlyList<string> source, IReadOnlyList<string> target) =>
        Align([new TokenizedPair(source, target)], default)[0];

    /// <summary>The links of each pair, in order; pairs are read as their links are.</summary>
    /// <param name="pairs">Sentences and their translations.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    public IEnumerable<ScoredAlignment> AlignAll(
        IEnumerable<(string Source, string Target)> pairs, CancellationToken cancellation = default)
    {
        using TokenizedBitext bitext = new(new SequenceReader(pairs.Select(_sentences.Split)), _options, _units);
        foreach (SplitPair[] batch in bitext.ReadAll().Chunk(BatchSize))
        {
            TokenizedPair[] tokens = [.. batch.Select(pair => pair.Tokens)];
            foreach ((SplitPair pair, ScoredAlignment alignment) in batch.Zip(Align(tokens, cancellation)))
            {
                yield return pair.Lift(alignment);
            }
        }
    }

    /// <summary>
    /// The words of pairs with their links. Each pair is read and aligned as if it were alone, to the last digit:
    /// whether it is raw text, what its links count, and how an encoder rounds does not depend on the others.
    /// </summary>
    /// <param name="pairs">Sentences and their translations.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    public IReadOnlyList<AlignedPair> LinkEach(
        IReadOnlyList<PairText> pairs, CancellationToken cancellation = default)
    {
        AlignedPair[] linked = new AlignedPair[pairs.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        Parallel.For(0, linked.Length, parallel, k =>
        {
            SplitPair split = SplitAlone(pairs[k]);
            ScoredAlignment links = split.Lift(Align([split.Tokens], cancellation)[0]);
            linked[k] = new AlignedPair(k + 1, split.Units, links, split.Characters);
        });
        return linked;
    }

    /// <summary>
    /// The links of the training text, in order. They are slightly more accurate than by <see cref="AlignAll"/>,
    /// because the samplers' and the encoder's links of each pair are known.
    /// </summary>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="InvalidOperationException">Nothing was trained: the model was loaded.</exception>
    public IEnumerable<ScoredAlignment> AlignTrainingText(CancellationToken cancellation = default) =>
        _text?.Align(cancellation).Select((alignment, pair) => _log!.Lift(pair, alignment))
        ?? throw new InvalidOperationException("this aligner was loaded, not trained: it has no training text");

    /// <summary>Saves the statistical model, which names its encoder.</summary>
    /// <param name="path">The file; one that exists is replaced, whole, when all is written.</param>
    /// <exception cref="InvalidOperationException">An encoder has no statistical model.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        if (_model is null)
        {
            throw new InvalidOperationException("an encoder was loaded: there is no statistical model to save");
        }

        using Core.Text.OutputStream output = Core.Text.OutputStream.Create(path, overwrite: true);
        StatisticalModelFormat.Write(output, _model);
        output.Commit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        (_aligner as IDisposable)?.Dispose();
        _encoder?.Dispose();
    }

    private SplitPair SplitAlone(PairText pair)
    {
        UnitOptions units = _units with { Units = _units.Units ?? pair.Units };
        using TokenizedBitext bitext = new(
            new SequenceReader([_sentences.Split((pair.Source, pair.Target))]), _options, units);
        return bitext.Read()!;
    }

    private IReadOnlyList<ScoredAlignment> Align(TokenizedPair[] pairs, CancellationToken cancellation) =>
        _aligner.AlignWithScores([.. pairs.Select(Bounded)], cancellation);

    private TokenizedPair Bounded(TokenizedPair pair) =>
        Math.Max(pair.Source.Count, pair.Target.Count) <= _maxLength ? pair : new TokenizedPair([], []);
}
