using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Models;

namespace Aligner.Statistical;

/// <summary>Aligns text with a trained model.</summary>
public sealed class StatisticalAligner : IScoringWordAligner
{
    private readonly StatisticalModel _model;
    private readonly IPairDecoder _decoder;
    private readonly int _threads;

    /// <param name="model">The model.</param>
    /// <param name="decoding">How the two directions give one alignment.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    public StatisticalAligner(StatisticalModel model, DecodingOptions decoding, int threads)
    {
        _model = model;
        _decoder = decoding.CreateDecoder(model);
        _threads = threads;
    }

    /// <inheritdoc />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        Align(Encode(batch), cancellation);

    /// <inheritdoc />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        AlignWithScores(Encode(batch), cancellation);

    /// <inheritdoc cref="Align(IReadOnlyList{TokenizedPair}, CancellationToken)" />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<EncodedPair> batch, CancellationToken cancellation) =>
        ForEach(
            batch,
            Alignment.Empty,
            (pair, workspace) => _decoder.Decode(_model.Directions, pair, workspace),
            cancellation);

    /// <inheritdoc cref="AlignWithScores(IReadOnlyList{TokenizedPair}, CancellationToken)" />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<EncodedPair> batch, CancellationToken cancellation) =>
        ForEach(
            batch,
            new ScoredAlignment([], ScoredAlignment.LogZero),
            (pair, workspace) => _decoder.DecodeWithScores(_model.Directions, pair, workspace),
            cancellation);

    private EncodedPair[] Encode(IReadOnlyList<TokenizedPair> batch)
    {
        PairEncoder encoder = _model.CreateEncoder();
        return [.. batch.Select(encoder.Encode)];
    }

    private TResult[] ForEach<TResult>(
        IReadOnlyList<EncodedPair> batch,
        TResult empty,
        Func<EncodedPair, DecoderWorkspace, TResult> decode,
        CancellationToken cancellation)
    {
        TResult[] results = new TResult[batch.Count];
        Parallel.For(
            0,
            batch.Count,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
            () => new DecoderWorkspace(),
            (k, _, workspace) =>
            {
                results[k] = batch[k].IsEmpty ? empty : decode(batch[k], workspace);
                return workspace;
            },
            static _ => { });
        return results;
    }
}
