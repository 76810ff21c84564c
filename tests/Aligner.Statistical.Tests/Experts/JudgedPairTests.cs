using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Experts;

public class JudgedPairTests
{
    private readonly JudgedPair _judged = new([new Expert("forward", ExpertKind.Forward)]);

    /// <summary>Three source and two target words.</summary>
    [Fact]
    public void A_model_sees_the_pair_in_its_own_direction()
    {
        _judged.Begin(Judgment.UnknownWords);
        Lattice forward = _judged.Emit(StubModel.Both.Forward, isReverse: false);
        Lattice reverse = _judged.Emit(StubModel.Both.Reverse, isReverse: true);
        (forward.SourceLength, forward.TargetLength).ShouldBe((3, 2));
        (reverse.SourceLength, reverse.TargetLength).ShouldBe((2, 3));
    }

    /// <summary>Posteriors and the best alignment start from the same lexical probabilities.</summary>
    [Fact]
    public void Lexical_probabilities_are_looked_up_once_for_a_pair()
    {
        _judged.Begin(Judgment.UnknownWords);
        Lattice lattice = _judged.Emit(StubModel.Both.Forward, isReverse: false);
        lattice.Emissions[0] = 0.125f;
        _judged.Emit(StubModel.Both.Forward, isReverse: false).Emissions[0].ShouldBe(0.125f);
        _judged.Begin(Judgment.UnknownWords);
        _judged.Emit(StubModel.Both.Forward, isReverse: false).Emissions[0].ShouldNotBe(0.125f);
    }

    [Fact]
    public void Evidence_is_that_of_the_next_pair()
    {
        _judged.Begin(Judgment.UnknownWords);
        _judged.Evidence.Judge(0);
        _judged.Begin(new EncodedPair(Judgment.UnknownWords.Target, Judgment.UnknownWords.Source));
        (_judged.Evidence.SourceLength, _judged.Evidence.TargetLength).ShouldBe((2, 3));
        _judged.Evidence.HasJudged(0).ShouldBeFalse();
        _judged.Encoded.Source.Length.ShouldBe(2);
    }
}
