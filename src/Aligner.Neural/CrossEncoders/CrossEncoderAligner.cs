using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.CrossEncoders;

/// <summary>
/// Aligns by an encoder that reads both sentences at once, with one word marked, and tells which words of the other
/// sentence are its links. Every word of both sides is marked in turn; the two directions are averaged.
/// </summary>
/// <remarks>
/// A pair of n and m words costs n + m sequences. A pair that is too long for the encoder is read in windows: a part
/// around the marked word, with overlapping parts of the other sentence, of which the highest probability counts.
/// </remarks>
public sealed class CrossEncoderAligner : IScoringWordAligner, IDisposable
{
    /// <summary>Pieces that are encoded before links are read off.</summary>
    private const int PoolSize = 1 << 16;

    /// <summary>Room for the special tokens of a pair, a marked word and some of the other sentence.</summary>
    private const int MinLength = 12;

    private readonly ICrossEncoderRule _rule;
    private readonly SubwordTokenizer _tokenizer;
    private readonly WordNormalizer _normalizer;
    private readonly MarkedSentence _sentence;
    private readonly Encoder _encoder;
    private readonly BatchEncoder _batches;
    private readonly double _threshold;
    private readonly int _threads;

    /// <param name="model">The model and its tokenizer.</param>
    /// <param name="rule">How its head is read.</param>
    /// <param name="options">Marker and threshold.</param>
    /// <param name="encoder">How it runs; the head is taken in any case.</param>
    /// <param name="normalizer">What is done to words before the model's own tokenizer sees them.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DataException">The folder is damaged, or its head is not what the rule reads.</exception>
    /// <exception cref="OnnxRuntime.OnnxRuntimeException">ONNX Runtime is missing or refuses the model.</exception>
    public CrossEncoderAligner(
        ModelFolder model,
        ICrossEncoderRule rule,
        CrossEncoderOptions options,
        EncoderOptions encoder,
        WordNormalizer normalizer,
        int threads)
    {
        options.Validate();
        EncoderConfig config = model.Manifest.Encoder;
        if (config.Head != rule.Head)
        {
            string found = config.Head == HeadKind.None ? "no head" : $"a {ModelManifest.Word(config.Head)} head";
            throw new DataException(
                $"{model.Path}: the model has {found}, but a {ModelManifest.Word(rule.Head)} head is needed");
        }

        if (config.Labels > 2)
        {
            throw new DataException($"{model.Path}: the head has {config.Labels} labels instead of 1 or 2");
        }

        if (config.MaxLength < MinLength)
        {
            throw new DataException($"{model.Path}: the model takes {config.MaxLength} pieces, too few for a pair");
        }

        _rule = rule;
        _normalizer = normalizer;
        _threshold = options.Threshold ?? rule.DefaultThreshold;
        _threads = threads;
        _tokenizer = SubwordTokenizer.Load(model.TokenizerPath);
        _sentence = new MarkedSentence(_tokenizer, options.Marker ?? rule.DefaultMarker, config.MaxLength);
        _encoder = Encoder.Load(model, encoder with { Head = true });
        _batches = new BatchEncoder(_encoder);
    }

    /// <summary>What went through the encoder so far.</summary>
    public EncodingTotals Totals => _batches.Totals;

    /// <summary>Sentences of which only a part was read so far (<see cref="PieceBounds"/>).</summary>
    public int CutCount { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        [.. AlignWithScores(batch, cancellation).Select(alignment => alignment.ToAlignment())];

    /// <inheritdoc />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation)
    {
        List<ScoredAlignment> results = new(batch.Count);
        List<PairQuestions> pool = [];
        int pieces = 0;
        foreach (TokenizedPair pair in batch)
        {
            PairQuestions questions = new(Normalize(pair), _tokenizer, _sentence);
            pool.Add(questions);
            CutCount += questions.CutCount;
            pieces += questions.PieceCount;
            if (pieces >= PoolSize)
            {
                Answer();
            }
        }

        Answer();
        return results;

        void Answer()
        {
            Score(pool, cancellation);
            results.AddRange(pool.Select(questions => questions.Links(_threshold)));
            pool.Clear();
            pieces = 0;
        }
    }

    public void Dispose() => _encoder.Dispose();

    private void Score(List<PairQuestions> pool, CancellationToken cancellation)
    {
        (PairQuestions Pair, int Question)[] owners = [.. pool.SelectMany(
            pair => Enumerable.Range(0, pair.Sequences.Count).Select(question => (pair, question)))];
        EncodedSequence[] sequences = [.. owners.Select(owner => owner.Pair.Sequences[owner.Question])];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        _batches.Encode(
            sequences,
            (sequence, logits) =>
                owners[sequence].Pair.Score(owners[sequence].Question, logits, _encoder.Width, _rule),
            parallel);
    }

    private TokenizedPair Normalize(TokenizedPair pair) => _normalizer.IsIdentity
        ? pair
        : new TokenizedPair(
            [.. pair.Source.Select(word => _normalizer.Normalize(word))],
            [.. pair.Target.Select(word => _normalizer.Normalize(word))]);
}
