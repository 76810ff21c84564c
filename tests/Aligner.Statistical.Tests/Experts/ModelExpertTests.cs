using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Experts;

public class ModelExpertTests
{
    private static readonly ModelExpert Forward = new(StubModel.Both.Forward, isReverse: false);
    private static readonly ModelExpert Reverse = new(StubModel.Both.Reverse, isReverse: true);

    [Fact]
    public void Posteriors_of_a_target_word_stand_in_its_column() =>
        Judgment.Rows(Judgment.Of(Forward, Judgment.UnknownWords))
            .ShouldBe([[0.9f, 0.04f], [0, 0.64f], [0.1f, 0.1f]]);

    [Fact]
    public void Those_of_a_source_word_by_the_reverse_model_stand_in_its_row() =>
        Judgment.Rows(Judgment.Of(Reverse, Judgment.UnknownWords))
            .ShouldBe([[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]]);

    /// <summary>−4 for two target words, −9 for three source words.</summary>
    [Fact]
    public void The_score_of_a_pair_is_that_of_a_generated_word()
    {
        Judgment.Of(Forward, Judgment.UnknownWords).LogProbability.ShouldBe(-2);
        Judgment.Of(Reverse, Judgment.UnknownWords).LogProbability.ShouldBe(-3);
    }

    [Fact]
    public void An_expert_tells_its_direction()
    {
        Forward.About.Kind.ShouldBe(ExpertKind.Forward);
        Reverse.About.Kind.ShouldBe(ExpertKind.Reverse);
    }

    [Theory]
    [InlineData("ibm2")]
    [InlineData("hmm")]
    [InlineData("statistical")]
    public void A_reverse_model_is_a_forward_model_of_the_swapped_pair(string method)
    {
        TrainingResult trained = Samples.Train(method);
        for (int k = 0; k < trained.Corpus.Count; k++)
        {
            EncodedPair pair = trained.Pair(k);
            IDirectionalModel model = trained.Model.Directions.Reverse;
            Lattice lattice = new();
            model.Lexicon.Emit(pair.Target, pair.Source, lattice);
            double logProbability = model.Posteriors(lattice);

            LinkTable reverse = Judgment.Of(new ModelExpert(model, isReverse: true), pair);
            LinkTable swapped = Judgment.Of(
                new ModelExpert(model, isReverse: false), new EncodedPair(pair.Target, pair.Source));

            reverse.LogProbability.ShouldBe(logProbability / pair.Source.Length);
            swapped.LogProbability.ShouldBe(reverse.LogProbability);
            for (int i = 0; i < pair.Source.Length; i++)
            {
                reverse.Row(i).ToArray()
                    .ShouldBe(lattice.Posteriors.Slice(i * lattice.Stride, pair.Target.Length).ToArray());
                for (int j = 0; j < pair.Target.Length; j++)
                {
                    swapped.Row(j)[i].ShouldBe(reverse.Row(i)[j]);
                }
            }
        }
    }
}
