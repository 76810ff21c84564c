using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.NewWords;

/// <summary>
/// The lexical probabilities of a new pair by a model and by what is known besides it: the posterior mean of t(f|e)
/// with the model's as prior, worth as many links as the model has seen of e, and at least
/// <see cref="PairCounts.LeastLinks"/>,
/// t'(f|e) = (n_e t(f|e) + c(e,f)) / (n_e + c(e)).
/// A table that does not know a word gives way to the next coarser spelling of it, instead of calling all of the word's
/// translations equally poor.
/// </summary>
internal static class AdaptedEmission
{
    /// <summary>Fills a lattice with the probabilities of a pair.</summary>
    /// <param name="lexicon">The model's lexicon.</param>
    /// <param name="source">The words that generate.</param>
    /// <param name="target">The words that are generated.</param>
    /// <param name="known">What is known besides.</param>
    /// <param name="lattice">The lattice.</param>
    public static void Fill(
        FactoredLexicon lexicon, EncodedSentence source, EncodedSentence target, PairCounts known, Lattice lattice)
    {
        lattice.Resize(source.Length, target.Length);
        int stride = lattice.Stride;
        float[] coarser = new float[target.Length * stride], coarserNull = new float[target.Length];
        for (int k = lexicon.Tables.Count - 1; k >= 0; k--)
        {
            LexicalTable table = lexicon.Tables[k];
            ReadOnlySpan<int> sources = source.Factors[k].Span, targets = target.Factors[k].Span;
            for (int i = 0; i < sources.Length; i++)
            {
                float links = Math.Max(known.LeastLinks, table.Total(sources[i])), sum = links + known.Total(i);
                ReadOnlySpan<float> counts = known.Row(i);
                for (int j = 0; j < targets.Length; j++)
                {
                    int cell = (j * stride) + i;
                    bool isKnown = sources[i] != Vocabulary.Unknown && targets[j] != Vocabulary.Unknown;
                    float prior = isKnown ? table[sources[i], targets[j]] : Math.Max(table.Floor, coarser[cell]);
                    coarser[cell] = Math.Max(table.Floor, ((links * prior) + counts[j]) / sum);
                    lattice.Emissions[cell] *= coarser[cell];
                }
            }

            for (int j = 0; j < targets.Length; j++)
            {
                coarserNull[j] = targets[j] == Vocabulary.Unknown
                    ? Math.Max(table.Floor, coarserNull[j])
                    : table.Null(targets[j]);
                lattice.NullEmissions[j] *= coarserNull[j];
            }
        }

        lattice.TakeRoot(lexicon.Tables.Count);
    }
}
