using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class EvaluationSignatureTests
{
    private static readonly EvaluationSignature Signature =
        new(new("pharaoh", 0, false), new("talp", 1, true), 447, new EvaluationOptions(), "0.1.0");

    [Fact]
    public void Line_says_all_that_changes_the_numbers() => Signature.ToString().ShouldBe(
        "gold:pharaoh/0|hyp:talp/1/swapped|possible:yes|sentences:447|bootstrap:1000|seed:1|version:0.1.0");

    [Fact]
    public void Line_has_no_seed_without_resamples() =>
        (Signature with { Options = new EvaluationOptions { Resamples = 0, CountPossible = false } }).ToString()
            .ShouldBe("gold:pharaoh/0|hyp:talp/1/swapped|possible:no|sentences:447|bootstrap:0|version:0.1.0");
}
