using Aligner.Tokenization.Subwords.Training;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Training;

public class SeedTests
{
    private const int MaxLength = 6;

    [Fact]
    public void Suffixes_are_sorted()
    {
        RunText text = TinyText.Of(("abab", 1), ("banana", 1), ("𐐀b", 1));

        int[] suffixes = SuffixArray.Sort(text.Chars, MaxLength, TinyText.OneThread);

        string all = new(text.Chars);
        suffixes.Select(start => all[start..all.IndexOf(RunText.End, start)]).ShouldBe(
            ["a", "ab", "abab", "ana", "anana", "b", "b", "bab", "banana", "na", "nana", "𐐀b"]);
    }

    [Fact]
    public void Seeds_are_the_longest_substrings_with_their_places()
    {
        // "ana" is all that "an" and "na" occur in, but for the "na" of "naab"; "banana" is itself frequent.
        Find(10, ("banana", 2), ("naab", 1)).ShouldBe(
            ["ana 4", "anana 2", "banana 2", "na 5", "nana 2"]);
    }

    [Fact]
    public void Of_many_seeds_those_with_the_highest_scores_stay() =>
        Find(2, ("banana", 2), ("naab", 1)).ShouldBe(["ana 4", "banana 2"]);

    [Fact]
    public void Seeds_end_at_whole_characters()
    {
        // 𐐀 and 𐐁 begin with the same surrogate.
        Find(10, ("xy𐐀", 2), ("xy𐐁", 3)).ShouldBe(["xy 5", "xy𐐀 2", "xy𐐁 3", "y𐐀 2", "y𐐁 3"]);
    }

    [Fact]
    public void Long_runs_give_their_beginnings() =>
        Find(2, ("abcdefgh", 2)).ShouldBe(["abcdef 2", "bcdefg 2"]);

    [Fact]
    public void Seeds_agree_with_enumeration()
    {
        var runs = Gen.ArrayOf(Gen.ArrayOf(Gen.Elements('a', 'b', 'c')), 6);
        Prop.ForAll(runs.ToArbitrary(), sample =>
        {
            (string Run, double Weight)[] weighted =
            [
                .. sample.Select(run => new string(run)).Where(run => run.Length > 0).Distinct()
                    .Select((run, i) => (run, i + 1.0)),
            ];
            Find(int.MaxValue, weighted).ShouldBe(Enumerate(weighted));
        }).Check(Config.QuickThrowOnFailure.WithReplay(2018, 9));
    }

    private static string[] Find(int size, params (string Run, double Weight)[] runs)
    {
        RunText text = TinyText.Of(runs);
        ReadOnlySpan<Seed> seeds = SeedFinder.Find(text, size, MaxLength, TinyText.OneThread);
        return [.. seeds.ToArray()
            .Select(seed => $"{new string(text.Chars, seed.Start, seed.Length)} {seed.Weight}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Substrings that no single character continues wherever they occur.</summary>
    private static string[] Enumerate((string Run, double Weight)[] runs)
    {
        Dictionary<string, (double Weight, HashSet<string> Next)> found = [];
        foreach ((string run, double weight) in runs)
        {
            for (int start = 0; start < run.Length; start++)
            {
                for (int length = 2; length <= Math.Min(MaxLength, run.Length - start); length++)
                {
                    string text = run.Substring(start, length);
                    string next = start + length == run.Length ? $"end of {run}" : run.Substring(start + length, 1);
                    (double sum, HashSet<string> others) = found.GetValueOrDefault(text, (0, []));
                    others.Add(length == MaxLength ? "limit" : next);
                    found[text] = (sum + weight, others);
                }
            }
        }

        return [.. found
            .Where(entry => entry.Value.Weight >= 2 && (entry.Key.Length == MaxLength || entry.Value.Next.Count > 1
                || entry.Value.Next.Single().StartsWith("end", StringComparison.Ordinal)))
            .Select(entry => $"{entry.Key} {entry.Value.Weight}")
            .Order(StringComparer.Ordinal)];
    }
}
