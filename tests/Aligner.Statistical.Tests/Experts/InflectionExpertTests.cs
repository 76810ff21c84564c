using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Experts;

/// <summary>On "the old house" and "huset her": the article stands in the ending of the noun.</summary>
public class InflectionExpertTests
{
    private static readonly InflectionExpert Expert = Create(new InflectionModel(
        new InflectionRules([new("the", true, "et", 0.875f), new("old", true, "et", 0.5f)], maxDistance: 2),
        InflectionRules.None));

    [Fact]
    public void A_word_is_linked_with_the_sure_translation_of_its_head() =>
        Judge(houseWithHuset: 0.75f, theWithHuset: 0.25f).ShouldBe([[0.875f, 0], [0, 0], [0, 0]]);

    [Theory]
    [InlineData(0.5f, 0.25f)] // the head has no sure link
    [InlineData(0.75f, 0.625f)] // the word has one itself
    public void Else_nothing_is_added(float houseWithHuset, float theWithHuset) =>
        Judge(houseWithHuset, theWithHuset).ShouldBe([[0, 0], [0, 0], [0, 0]]);

    [Fact]
    public void Where_there_are_no_rules_no_pair_is_known()
    {
        Judgment.IsKnown(Create(InflectionModel.None), Judgment.UnknownWords).ShouldBeFalse();
        Judgment.IsKnown(Expert, Judgment.UnknownWords).ShouldBeTrue();
        Expert.About.Kind.ShouldBe(ExpertKind.Addition);
    }

    private static float[][] Judge(float houseWithHuset, float theWithHuset)
    {
        JudgedPair pair = new(
        [
            new Expert("forward", ExpertKind.Forward), new Expert("reverse", ExpertKind.Reverse), Expert.About,
        ]);
        pair.Begin(Judgment.UnknownWords);
        for (int direction = 0; direction < 2; direction++)
        {
            LinkTable table = pair.Evidence.Judge(direction);
            table.Row(0)[0] = theWithHuset;
            table.Row(2)[0] = houseWithHuset;
        }

        Expert.Judge(pair, pair.Evidence.Judge(2));
        return Judgment.Rows(pair.Evidence[2]);
    }

    private static InflectionExpert Create(InflectionModel rules) =>
        new(rules, new PairWords(new Vocabulary(), new Vocabulary()));
}
