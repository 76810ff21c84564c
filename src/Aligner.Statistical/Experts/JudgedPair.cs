using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.NewWords;

namespace Aligner.Statistical.Experts;

/// <summary>A pair that experts judge, with the working memory of one thread.</summary>
/// <param name="experts">The experts.</param>
internal sealed class JudgedPair(IReadOnlyList<Expert> experts)
{
    private readonly DirectedPair _forward = new();
    private readonly DirectedPair _reverse = new();

    /// <summary>The tables of the experts.</summary>
    public PairEvidence Evidence { get; } = new(experts);

    /// <summary>The pair.</summary>
    public EncodedPair Encoded { get; private set; }

    /// <summary>Takes the next pair; neither side is empty.</summary>
    public void Begin(EncodedPair pair)
    {
        Encoded = pair;
        Evidence.Begin(pair.Source.Length, pair.Target.Length);
        _forward.IsEmitted = _reverse.IsEmitted = false;
    }

    /// <summary>The pair as a model of one direction sees it, with the model's lexical probabilities.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isReverse">Whether it generates source words from target words.</param>
    public Lattice Emit(IDirectionalModel model, bool isReverse)
    {
        DirectedPair directed = isReverse ? _reverse : _forward;
        if (!directed.IsEmitted)
        {
            (EncodedSentence given, EncodedSentence generated) =
                isReverse ? (Encoded.Target, Encoded.Source) : (Encoded.Source, Encoded.Target);
            if (Encoded.Known is { } known)
            {
                AdaptedEmission.Fill(
                    model.Lexicon, given, generated, isReverse ? known.Swap() : known, directed.Lattice);
            }
            else
            {
                model.Lexicon.Emit(given, generated, directed.Lattice);
            }

            foreach (Link link in Evidence.Certain)
            {
                directed.Lattice.SetOnly(isReverse ? link.Swap() : link);
            }

            directed.IsEmitted = true;
        }

        return directed.Lattice;
    }

    private sealed class DirectedPair
    {
        public Lattice Lattice { get; } = new();

        public bool IsEmitted { get; set; }
    }
}
