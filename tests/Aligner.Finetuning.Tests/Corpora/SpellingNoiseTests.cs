using Aligner.Core.Corpora;
using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Tests.Corpora;

public class SpellingNoiseTests
{
    private static readonly string[] Words = ["the", "of", "3rd", "internationalization", "house", "क्या", "!", "são"];

    [Fact]
    public void Half_of_the_sentences_keep_their_words_and_the_others_lose_about_the_share()
    {
        SpellingNoise noise = new(0.4, seed: 1);
        string[] words = [.. Enumerable.Repeat("garden", 10)];
        int[] changed = [.. Enumerable.Range(0, 2000)
            .Select(_ => noise.Apply(new TokenizedPair(words, words)).Source.Count(word => word != "garden"))];
        changed.Count(count => count == 0).ShouldBeInRange(950, 1100);

        // An edit may leave a word as it is: a letter in place of the same letter, one of 12.
        changed.Average().ShouldBeInRange(0.5 * 10 * 0.4 * 0.85, 0.5 * 10 * 0.4);
    }

    [Fact]
    public void Short_words_numbers_and_punctuation_are_left_alone()
    {
        SpellingNoise noise = new(0.999, seed: 2);
        HashSet<string> seen = [];
        for (int i = 0; i < 300; i++)
        {
            TokenizedPair pair = noise.Apply(new TokenizedPair(Words, Words));
            pair.Source.Count.ShouldBe(Words.Length);
            new[] { 1, 2, 6 }.ShouldAllBe(place => pair.Source[place] == Words[place]);
            pair.Source.Zip(Words).ShouldAllBe(word => Distance(word.First, word.Second) <= 4);
            seen.UnionWith(pair.Source);
        }

        seen.Count.ShouldBeGreaterThan(200);
        string.Concat(seen).ShouldAllBe(letter => string.Concat(Words).Contains(letter));
    }

    [Fact]
    public void A_seed_gives_the_same_words_and_no_noise_the_pair_itself()
    {
        TokenizedPair pair = new(Words, Words);
        string[] draws = [.. new ulong[] { 1, 1, 2 }.Select(seed =>
        {
            SpellingNoise noise = new(0.9, seed);
            return string.Join(' ', Enumerable.Range(0, 9).SelectMany(_ => noise.Apply(pair).Target));
        })];
        draws[1].ShouldBe(draws[0]);
        draws[2].ShouldNotBe(draws[0]);
        new SpellingNoise(0, seed: 1).Apply(pair).ShouldBeSameAs(pair);
        Should.Throw<ArgumentOutOfRangeException>(() => new SpellingNoise(1.1, seed: 1));
    }

    /// <summary>Letters to drop, add or replace (Levenshtein 1966); a swap is two of them.</summary>
    private static int Distance(string one, string other)
    {
        int[,] cost = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }
        }

        return cost[one.Length, other.Length];
    }
}
