using Aligner.Applications.Filtering;

namespace Aligner.Applications.Tests.Filtering;

public class LengthProfileTests
{
    // 7, 8 and 9 letters against 7; three are added to each. The median distance from log 1.1 is that of both others.
    private static readonly (string, string)[] Text =
        [.. Enumerable.Range(0, 300).Select(pair => (new string('a', 7 + (pair % 3)), "b b b b b b b."))];

    private static readonly LengthProfile Profile = LengthProfile.Learn(Text);

    [Fact]
    public void A_pair_is_as_unusual_as_its_ratio_is_far_from_the_median()
    {
        double deviation = (1.4826 * (Math.Log(1.2) - Math.Log(1.1))) + 1e-3;

        Profile.Judge("aaaaaaaa", "bbbbbbb").ShouldBe(0, 1e-9);
        Profile.Judge("aaaaaaaaa", "bbbbbbb").ShouldBe(300.0 / 400 * Math.Log(1.2 / 1.1) / deviation, 1e-9);
    }

    [Fact]
    public void No_pair_is_more_unusual_than_three_deviations() =>
        Profile.Judge("a", new string('b', 500)).ShouldBe(3 * 300.0 / 400, 1e-9);

    [Fact]
    public void In_a_text_without_pairs_any_length_is_usual() =>
        LengthProfile.Learn([]).Judge("a", "bbbbbbb").ShouldBe(0);
}
