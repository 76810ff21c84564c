using Aligner.Applications.Filtering;
using Aligner.Applications.Tests.Pairs;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Tests.Filtering;

public class TextProfileTests
{
    // Three languages with letters of their own; all words are linked, so that only the letters tell the noise.
    private static readonly string[] Syllables = ["ba be bi bo bu", "ka ke ki ko ku", "ma me mi mo mu"];

    private static readonly FilterPair[] Text = [.. Enumerable.Range(0, 300).Select(Pair)];

    [Fact]
    public void Copies_and_other_languages_score_below_all_translations()
    {
        TextProfile profile = TextProfile.Learn(Text);
        double[] scores = [.. Text.Select((pair, index) => profile.Score(index, pair).Probability)];

        double worst = scores.Where((_, index) => !IsNoise(index)).Min();
        scores.Where((_, index) => IsNoise(index)).ShouldAllBe(score => score < worst);
        scores.ShouldAllBe(score => score >= 0 && score <= 1);
    }

    [Fact]
    public void The_less_is_linked_the_lower_the_score()
    {
        double[] scores =
        [
            .. new[] { "0-0 1-1 2-2 3-3", "0-0 1-1 2-2", "0-0 1-1", "0-0", "" }
                .Select(links => Alone("abc def ghi jkl", "mno pqr stu vwx", links).Probability),
        ];
        scores.ShouldBe(scores.OrderDescending());
        scores.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void A_pair_of_its_own_is_scored_by_its_links()
    {
        PairScore score = Alone("abc def", "mno pqr", "0-0 1-1:0.5");
        score.Source.ShouldBe(score.Target);
        score.Source.ShouldBe(0.75, 0.01);
        Alone("abc def", "mno pqr", "0-0 1-1").Probability.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_pair_without_words_has_zero() => Alone("", "a", "").ShouldBe(default);

    [Fact]
    public void A_text_without_pairs_can_be_learned() =>
        TextProfile.Learn([]).Score(0, Text[0]).Probability.ShouldBeInRange(0, 1);

    private static PairScore Alone(string source, string target, string links)
    {
        FilterPair pair = new(source, target, Linked.Pair(source, target, links));
        return TextProfile.Learn([pair]).Score(0, pair);
    }

    private static bool IsNoise(int index) => index % 10 < 2;

    /// <summary>A translation; of ten one is a copy, and one has a target in the third language.</summary>
    private static FilterPair Pair(int index)
    {
        SplitMix64 random = new((ulong)index);
        string source = Sentence(0, ref random);
        string target = index % 10 == 0 ? source : Sentence(index % 10 == 1 ? 2 : 1, ref random);
        string links = string.Join(' ', Enumerable.Range(0, 10).Select(word => $"{word}-{word}"));
        return new FilterPair(source, target, Linked.Pair(source, target, links, index + 1));
    }

    private static string Sentence(int language, ref SplitMix64 random)
    {
        string[] syllables = Syllables[language].Split(' ');
        List<string> words = [];
        for (int word = 0; word < 10; word++)
        {
            words.Add(syllables[random.NextIndex(5)] + syllables[random.NextIndex(5)]);
        }

        return string.Join(' ', words);
    }
}
