using Aligner.Statistical.Directions;
using Aligner.Statistical.Hmm;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>What an earlier model knows: the links and jumps that it counted.</summary>
public static class ModelPriors
{
    /// <summary>Counts below this are noise of the expectation.</summary>
    private const float LeastCount = 0.01f;

    /// <summary>The counts of the forward lexicon, and of the jumps where the model has them.</summary>
    public static AlignmentPriors Of(StatisticalModel model)
    {
        LexicalTable table = model.Directions.Forward.Lexicon.Tables[0];
        List<WordPairPrior> words = [];
        for (int source = 0; source < table.RowCount; source++)
        {
            foreach ((int target, float count) in table.CountsOf(source))
            {
                if (count >= LeastCount)
                {
                    words.Add(new WordPairPrior(
                        model.SourceVocabulary[source], model.TargetVocabulary[target], count));
                }
            }
        }

        return new AlignmentPriors(words, Jumps(model.Directions.Forward), Jumps(model.Directions.Reverse));
    }

    private static Dictionary<int, double> Jumps(IDirectionalModel model)
    {
        Dictionary<int, double> jumps = [];
        if (model is HmmModel hmm)
        {
            ReadOnlySpan<float> weights = hmm.Jumps.Jumps.Span;
            for (int k = 0; k < weights.Length; k++)
            {
                jumps[k - JumpTable.MaxJump] = weights[k];
            }
        }

        return jumps;
    }
}
