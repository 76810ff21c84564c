using Aligner.Core.Corpora;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Corpora;

public class SampledBitextReaderTests
{
    [Fact]
    public void Equal_pairs_count_once_and_blank_sides_not_at_all()
    {
        using SampledBitextReader sample = Draw(
            9, 1, "a b|c", "a|b c", "a b|c", "|x", "x| \t", "|", "a|b c", "a b |c");

        sample.Seen.ShouldBe(8);
        sample.Count.ShouldBe(3);
        ReadAll(sample).Order(StringComparer.Ordinal).ShouldBe(["a b |c", "a b|c", "a|b c"]);
    }

    [Fact]
    public void Neither_the_order_of_the_pairs_nor_their_parts_change_the_sample()
    {
        Gen<(string[] Pairs, string[] Shuffled, int Count, int Cut)> cases =
            from pairs in Gen.Choose(0, 60).Select(k => $"{k}|{k % 7}").ArrayOf()
            from shuffled in Gen.Shuffle(pairs)
            from count in Gen.Choose(1, 30)
            from cut in Gen.Choose(0, pairs.Length)
            select (pairs, shuffled, count, cut);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string[] sample = Sample(c.Count, 1, c.Pairs);
            string[] first = Sample(c.Count, 1, c.Shuffled[..c.Cut]), second = Sample(c.Count, 1, c.Shuffled[c.Cut..]);
            return sample.Length == Math.Min(c.Count, c.Pairs.Distinct().Count())
                && Sample(c.Count, 1, c.Shuffled).SequenceEqual(sample)
                && Sample(c.Count, 1, [.. first, .. second]).SequenceEqual(sample);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1, 3));
    }

    [Fact]
    public void Another_seed_draws_another_sample()
    {
        string[] pairs = [.. Enumerable.Range(0, 1000).Select(k => $"{k}|{k}")];
        Sample(10, 1, pairs).ShouldNotBe(Sample(10, 2, pairs));
    }

    /// <summary>Binomial with 400 trials of 1/4: the bounds are five standard deviations from the mean.</summary>
    [Fact]
    public void Each_pair_is_drawn_as_often_as_any_other()
    {
        string[] pairs = [.. Enumerable.Range(0, 20).Select(k => $"word {k}|Wort {k}")];
        ILookup<string, string> drawn = Enumerable.Range(0, 400)
            .SelectMany(seed => Sample(5, (ulong)seed, pairs)).ToLookup(pair => pair);
        pairs.ShouldAllBe(pair => drawn[pair].Count() >= 100 - 43 && drawn[pair].Count() <= 100 + 43);
    }

    /// <summary>
    /// A third is of the second language, and a tenth is long; the bounds are five standard deviations.
    /// </summary>
    [Fact]
    public void Languages_and_lengths_keep_their_shares()
    {
        string[] pairs = [.. Enumerable.Range(0, 30_000).Select(k =>
            string.Join(' ', Enumerable.Repeat(k, k % 10 == 0 ? 40 : 4)) + (k % 3 == 0 ? "|fr" : "|de"))];

        string[] sample = Sample(3000, 1, pairs);

        sample.Length.ShouldBe(3000);
        sample.Count(pair => pair.EndsWith("fr", StringComparison.Ordinal)).ShouldBeInRange(1000 - 129, 1000 + 129);
        sample.Count(pair => pair.Split(' ').Length == 40).ShouldBeInRange(300 - 82, 300 + 82);
    }

    private static SampledBitextReader Draw(int count, ulong seed, params string[] pairs) => SampledBitextReader.Draw(
        new ListBitextReader("test", [.. pairs.Select((pair, k) =>
            new SentencePair(k + 1, pair.Split('|')[0], pair.Split('|')[1]) { Text = pair })]),
        count,
        seed);

    private static string[] Sample(int count, ulong seed, string[] pairs) => ReadAll(Draw(count, seed, pairs));

    private static string[] ReadAll(BitextReader reader)
    {
        using (reader)
        {
            List<string> pairs = [];
            while (reader.Read() is { } pair)
            {
                pair.Text.ShouldBeNull();
                pairs.Add($"{pair.Source}|{pair.Target}");
            }

            return [.. pairs];
        }
    }
}
