using Aligner.Core.Alignments;
using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Inflections;

public class InflectionModelTests
{
    private static readonly InflectionModel Model = new(
        new InflectionRules(
            [new("the", true, "et", 0.9f), new("the", true, "t", 0.85f), new("not", false, "n't", 0.95f)],
            maxDistance: 2),
        new InflectionRules([new("ikke", false, "'t", 0.8f)], maxDistance: 2));

    [Fact]
    public void A_word_without_a_link_is_linked_with_the_inflected_translation_of_its_head() =>
        Find("The old house", "huset", "2-0").ShouldBe(["0-0:0.9"]);

    [Fact]
    public void Rules_hold_for_target_words_too() =>
        Find("can't", "kan ikke", "0-0").ShouldBe(["0-1:0.8"]);

    [Theory]
    [InlineData("the house", "huset", "0-0 1-0")] // it has a link
    [InlineData("house the", "huset", "0-0")] // it stands on the other side
    [InlineData("the big old house", "huset", "3-0")] // it stands too far off
    [InlineData("the house", "husene", "1-0")] // another suffix
    [InlineData("a house", "huset", "1-0")] // another word
    [InlineData("the house", "huset her", "1-0 1-1")] // a head with two links
    public void Else_no_link_is_found(string source, string target, string links) =>
        Find(source, target, links).ShouldBeEmpty();

    [Fact]
    public void Links_are_more_probable_than_the_threshold()
    {
        Find("the house", "huset", "1-0", threshold: 0.9f).ShouldBeEmpty();
        Find("the house", "huset", "1-0", threshold: 0.89f).ShouldBe(["0-0:0.9"]);
    }

    [Fact]
    public void Rules_of_either_side_find_links_of_the_same_pair()
    {
        InflectionModel both = new(
            new InflectionRules([new("the", true, "et", 0.9f)], maxDistance: 1),
            new InflectionRules([new("det", true, "e", 0.95f)], maxDistance: 1));
        both.Find(["the", "house"], ["det", "huset"], [new Link(1, 1)], 0.5f).OrderBy(link => link.Link).ShouldBe(
            [new ScoredLink(new Link(0, 1), 0.9f), new ScoredLink(new Link(1, 0), 0.95f)]);
    }

    /// <summary>Both words beside it are heads: after the first it has 0.6, before the last 0.8.</summary>
    [Fact]
    public void Of_two_rules_for_a_link_the_better_one_counts()
    {
        InflectionModel model = new(
            new InflectionRules([new("the", false, "et", 0.6f), new("the", true, "et", 0.8f)], maxDistance: 1),
            InflectionRules.None);
        model.Find(["all", "the", "house"], ["huset"], [new Link(0, 0), new Link(2, 0)], 0.5f)
            .ShouldBe([new ScoredLink(new Link(1, 0), 0.8f)]);
    }

    [Fact]
    public void Rules_of_an_earlier_model_are_kept_unless_there_are_newer_ones()
    {
        InflectionRules newer = new([new("the", true, "et", 0.6f), new("the", false, "et", 0.7f)], maxDistance: 3);
        InflectionRules both = newer.With(Model.Source);
        both.MaxDistance.ShouldBe(3);
        both.All.ShouldBe([.. newer.All, Model.Source.All[1], Model.Source.All[2]]);
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused()
    {
        InflectionRule rule = new("the", true, "t", 0.9f);
        foreach (InflectionRule[] rules in new InflectionRule[][]
        {
            [rule, rule with { Probability = 0.8f }],
            [rule with { Word = "The" }],
            [rule with { Suffix = "T" }],
            [rule with { Suffix = "" }],
            [rule with { Probability = 1.1f }],
            [rule with { Probability = float.NaN }],
        })
        {
            Should.Throw<ArgumentException>(() => new InflectionRules(rules, 2));
        }

        Should.Throw<ArgumentException>(() => new InflectionRules([rule], 0));
        Should.Throw<ArgumentException>(() => new InflectionRules([rule], 65));
    }

    private static IEnumerable<string> Find(
        string source, string target, string links, float threshold = 0.5f) => Model
        .Find(
            source.Split(' '),
            target.Split(' '),
            [.. links.Split(' ').Select(link => link.Split('-')).Select(
                ends => new Link(int.Parse(ends[0], null), int.Parse(ends[1], null)))],
            threshold)
        .Select(link => FormattableString.Invariant($"{link.Link}:{link.Probability}"));
}
