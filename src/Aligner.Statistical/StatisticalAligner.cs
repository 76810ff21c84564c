using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Models;

namespace Aligner.Statistical;

/// <summary>Aligns text with a trained model: its experts judge each pair, and a decider takes the links.</summary>
public sealed class StatisticalAligner : IScoringWordAligner
{
    private readonly StatisticalModel _model;
    private readonly ExpertPanel _panel;
    private readonly ILinkDecider _decider;
    private readonly int _threads;

    /// <param name="model">The model.</param>
    /// <param name="decision">How evidence becomes links; of a model without words, the mean decides.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <param name="inflections">
    /// Whether words without a link are linked with inflected words that express them; heuristics never do it.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of range, or a network unfit.</exception>
    public StatisticalAligner(StatisticalModel model, DecisionOptions decision, int threads, bool inflections = true)
    {
        DecisionOptions possible = decision is not NetworkOptions network ? decision
            : model.IsEmpty ? MergeOptions.Sure with { Explain = network.Explain }
            : network with { Threshold = network.Threshold ?? LinkThreshold.Of(model.Pairs) };
        _model = model;
        _panel = ExpertPanel.For(model, possible, inflections);
        _decider = possible.CreateDecider(_panel.Experts);
        _threads = threads;
    }

    /// <summary>The words of a pair, as the model knows them.</summary>
    public TokenizedPair Words(EncodedPair pair) =>
        new PairWords(_model.SourceVocabulary, _model.TargetVocabulary).Of(pair);

    /// <inheritdoc />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        [.. AlignWithScores(batch, cancellation).Select(pair => pair.ToAlignment())];

    /// <inheritdoc />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation)
    {
        PairEncoder encoder = _model.CreateEncoder();
        EncodedPair[] encoded = [.. batch.Select(encoder.Encode)];
        return Align(encoded.Length, pair => encoded[pair], cancellation);
    }

    /// <summary>Aligns pairs one by one, as if each were alone.</summary>
    /// <param name="count">The number of pairs.</param>
    /// <param name="pairs">The pairs by their index; called by several threads.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    public IReadOnlyList<ScoredAlignment> Align(
        int count, Func<int, EncodedPair> pairs, CancellationToken cancellation) =>
        Judge(count, pairs, _decider.Decide, ScoredAlignment.Empty, cancellation);

    /// <summary>Lets the experts judge pairs, each once.</summary>
    /// <param name="count">The number of pairs.</param>
    /// <param name="pairs">The pairs by their index; called by several threads.</param>
    /// <param name="read">
    /// Makes a result of the evidence, which is another pair's afterwards. Called by several threads.
    /// </param>
    /// <param name="empty">The result of a pair with an empty side.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <returns>The results in the order of the pairs.</returns>
    public T[] Judge<T>(
        int count, Func<int, EncodedPair> pairs, Func<PairEvidence, T> read, T empty, CancellationToken cancellation)
    {
        T[] results = new T[count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
            () => new JudgedPair(_panel.Experts),
            (k, _, judged) =>
            {
                EncodedPair pair = pairs(k);
                if (pair.IsEmpty)
                {
                    results[k] = empty;
                    return judged;
                }

                _panel.Judge(pair, judged);
                results[k] = read(judged.Evidence);
                return judged;
            },
            static _ => { });
        return results;
    }
}
