using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Encoders;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Models;
using Aligner.Statistical.NewWords;
using Aligner.Statistical.StemLexicons;

namespace Aligner.Texts;

/// <summary>
/// Aligns new text with a trained model, pair by pair. An encoder, where there is one, reads each pair first: its links
/// are evidence. They, its lexicon and the spelling tell what words mean that the model does not know; textbook methods
/// know nothing of spelling.
/// </summary>
public sealed class ModelAligner : IScoringWordAligner
{
    private readonly StatisticalModel _model;
    private readonly StatisticalAligner _aligner;
    private readonly EncoderReader? _encoder;
    private readonly PairAdapter? _adapter;

    /// <param name="model">The model.</param>
    /// <param name="encoder">The encoder, not disposed of; null for none.</param>
    /// <param name="decision">How evidence becomes links.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <param name="inflections">Whether rules of inflection link words. Default true.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a network unfit.</exception>
    public ModelAligner(
        StatisticalModel model, EncoderReader? encoder, DecisionOptions decision, int threads, bool inflections = true)
    {
        _model = model;
        _encoder = encoder;
        _aligner = new StatisticalAligner(model, decision, threads, inflections);
        StemLexicon? lexicon = model.Encoder?.Languages is not null && encoder?.LexiconPath is { } path
            ? StemLexiconFormat.Open(path)
            : null;
        int languages = lexicon?.Languages.ToList().IndexOf(model.Encoder!.Languages!) ?? -1;
        _adapter = model.Method.ReadsSpelling
            ? new PairAdapter(languages < 0 ? null : lexicon, languages)
            : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        [.. AlignWithScores(batch, cancellation).Select(pair => pair.ToAlignment())];

    /// <inheritdoc />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation)
    {
        EncodedPair[] pairs = Read(batch, cancellation);
        return _aligner.Align(pairs.Length, k => pairs[k], cancellation);
    }

    /// <summary>Reads what the experts say of pairs, before the decision.</summary>
    /// <param name="batch">The pairs.</param>
    /// <param name="read">Makes a result of the evidence, which is another pair's afterwards.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <returns>The results in the order of the pairs; null for pairs with an empty side.</returns>
    public T?[] Judge<T>(
        IReadOnlyList<TokenizedPair> batch, Func<PairEvidence, T> read, CancellationToken cancellation)
        where T : class
    {
        EncodedPair[] pairs = Read(batch, cancellation);
        return _aligner.Judge<T?>(pairs.Length, k => pairs[k], read, empty: null, cancellation);
    }

    /// <summary>The pairs as the model knows them, with what the encoder says of them.</summary>
    private EncodedPair[] Read(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation)
    {
        PairEncoder words = _model.CreateEncoder();
        IReadOnlyList<ScoredLink>?[]? read = _encoder?.Read(batch, _model.MaxLength, cancellation);
        return [.. batch.Select((tokens, k) => Add(read?[k], words.Encode(tokens)))];
    }

    private EncodedPair Add(IReadOnlyList<ScoredLink>? links, EncodedPair pair) => pair.IsEmpty || _adapter is null
        ? pair
        : pair with { EncoderLinks = links, Known = _adapter.Count(pair, _aligner.Words(pair), links) };
}
