using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Combination;
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
        : this(model, decoding.CreateDecoder(model), threads)
    {
    }

    private StatisticalAligner(StatisticalModel model, IPairDecoder decoder, int threads)
    {
        _model = model;
        _decoder = decoder;
        _threads = threads;
    }

    /// <summary>
    /// The same aligner for the pairs of a text of up to 9,999, if a network decides. Without a threshold it takes the
    /// links with the greatest expected F1 over the text; in one of 200 pairs or more, a network with a base sees what
    /// links are probable in the other pairs. Otherwise it is as before.
    /// </summary>
    /// <param name="count">The number of pairs.</param>
    /// <param name="text">The pairs by their index, as they will be aligned; called by several threads.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    public StatisticalAligner ForText(int count, Func<int, EncodedPair> text, CancellationToken cancellation)
    {
        if (_decoder is not NetworkDecoder decoder || !decoder.LearnsFrom(count))
        {
            return this;
        }

        PairLinks?[] links = ForEach<PairLinks?>(
            count,
            text,
            null,
            (pair, workspace) => decoder.FindLinks(_model.Directions, pair, workspace),
            cancellation);
        return new StatisticalAligner(_model, decoder.For(count, [.. links.OfType<PairLinks>()]), _threads);
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
            batch.Count,
            k => batch[k],
            Alignment.Empty,
            (pair, workspace) => _decoder.Decode(_model.Directions, pair, workspace),
            cancellation);

    /// <inheritdoc cref="AlignWithScores(IReadOnlyList{TokenizedPair}, CancellationToken)" />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<EncodedPair> batch, CancellationToken cancellation) =>
        ForEach(
            batch.Count,
            k => batch[k],
            new ScoredAlignment([], ScoredAlignment.LogZero),
            (pair, workspace) => _decoder.DecodeWithScores(_model.Directions, pair, workspace),
            cancellation);

    private EncodedPair[] Encode(IReadOnlyList<TokenizedPair> batch)
    {
        PairEncoder encoder = _model.CreateEncoder();
        return [.. batch.Select(encoder.Encode)];
    }

    private TResult[] ForEach<TResult>(
        int count,
        Func<int, EncodedPair> pairs,
        TResult empty,
        Func<EncodedPair, DecoderWorkspace, TResult> decode,
        CancellationToken cancellation)
    {
        TResult[] results = new TResult[count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
            () => new DecoderWorkspace(),
            (k, _, workspace) =>
            {
                EncodedPair pair = pairs(k);
                results[k] = pair.IsEmpty ? empty : decode(pair, workspace);
                return workspace;
            },
            static _ => { });
        return results;
    }
}
