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
        DecisionOptions possible = model.IsEmpty && decision is NetworkOptions ? MergeOptions.Sure : decision;
        _model = model;
        _panel = ExpertPanel.For(model, possible, inflections);
        Decider = possible.CreateDecider(_panel.Experts);
        _threads = threads;
    }

    /// <summary>What takes the links.</summary>
    public ILinkDecider Decider { get; }

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
        Evidence(count, pairs, cancellation).Judge(Decider.Decide, ScoredAlignment.Empty);

    /// <summary>
    /// Aligns the pairs of a text of at most <see cref="ILinkDecider.LargestText"/> pairs, which the decider sees as a
    /// whole.
    /// </summary>
    /// <inheritdoc cref="Align(int, Func{int, EncodedPair}, CancellationToken)" />
    public IReadOnlyList<ScoredAlignment> AlignText(
        int count, Func<int, EncodedPair> pairs, CancellationToken cancellation) =>
        Decider.DecideText(Evidence(count, pairs, cancellation));

    /// <summary>What the experts say of pairs, before anything is decided.</summary>
    /// <inheritdoc cref="Align(int, Func{int, EncodedPair}, CancellationToken)" path="/param" />
    public IEvidenceSource Evidence(
        int count, Func<int, EncodedPair> pairs, CancellationToken cancellation) =>
        new Judged(this, count, pairs, cancellation);

    private sealed class Judged(
        StatisticalAligner aligner, int count, Func<int, EncodedPair> pairs, CancellationToken cancellation)
        : IEvidenceSource
    {
        public int Count => count;

        public T[] Judge<T>(Func<PairEvidence, T> read, T empty)
        {
            T[] results = new T[count];
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = aligner._threads, CancellationToken = cancellation },
                () => new JudgedPair(aligner._panel.Experts),
                (k, _, judged) =>
                {
                    EncodedPair pair = pairs(k);
                    if (pair.IsEmpty)
                    {
                        results[k] = empty;
                        return judged;
                    }

                    aligner._panel.Judge(pair, judged);
                    results[k] = read(judged.Evidence);
                    return judged;
                },
                static _ => { });
            return results;
        }
    }
}
