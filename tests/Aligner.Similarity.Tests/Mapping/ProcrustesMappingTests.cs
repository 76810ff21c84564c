using Aligner.Core;
using Aligner.Similarity.Mapping;
using Aligner.Similarity.Vectors;

namespace Aligner.Similarity.Tests.Mapping;

public class ProcrustesMappingTests
{
    private const int Dimension = 6;

    private static readonly ParallelOptions Parallel = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void A_rotation_is_found_from_as_many_pairs_as_dimensions()
    {
        (WordVectors source, WordVectors target) = Rotated(30);
        ProcrustesMapping mapping = ProcrustesMapping.Fit(
            source,
            target,
            [.. Enumerable.Range(0, Dimension).Select(k => ($"s{k}", $"t{k}")), ("s1", "unknown")],
            1,
            Parallel);
        mapping.PairCount.ShouldBe(Dimension);
        ShouldCoincide(mapping.Apply(source), target);
    }

    /// <summary>Four pairs leave two dimensions open; the words that are found to be nearest close them.</summary>
    [Fact]
    public void Further_fits_learn_from_the_words_that_became_nearest()
    {
        (WordVectors source, WordVectors target) = Rotated(200);
        (string, string)[] seed = [.. Enumerable.Range(0, 5).Select(k => ($"s{k}", $"t{k}"))];
        ShouldCoincide(ProcrustesMapping.Fit(source, target, seed, 10, Parallel).Apply(source), target);
    }

    [Fact]
    public void Nothing_to_map_by_and_other_dimensions_are_refused()
    {
        (WordVectors source, WordVectors target) = Rotated(3);
        Should.Throw<ArgumentException>(() => ProcrustesMapping.Fit(source, target, [("a", "b")], 1, Parallel))
            .Message.ShouldContain("no pair");
        Should.Throw<ArgumentException>(() => ProcrustesMapping.Fit(source, new WordVectors(2), [], 1, Parallel));
    }

    [Fact]
    public void Seed_pairs_come_from_a_file_or_from_words_spelled_alike()
    {
        using TempFolder folder = new();
        SeedPairs.Read(folder.Write("seed", "cat Katze\ndog\tHund\n")).ShouldBe([("cat", "Katze"), ("dog", "Hund")]);
        Should.Throw<DataException>(() => SeedPairs.Read(folder.Write("seed", "cat Katze\ndog\n")))
            .Message.ShouldContain("seed:2: 1 words where there should be two");
        SeedPairs.Identical(["Berlin", "cat", "2024"], ["2024", "Katze", "Berlin"])
            .ShouldBe([("Berlin", "Berlin"), ("2024", "2024")]);
    }

    private static void ShouldCoincide(WordVectors mapped, WordVectors target)
    {
        for (int word = 0; word < mapped.Words.Count; word++)
        {
            mapped[word].ToArray().ShouldBe(target[word].ToArray(), 1e-3f);
        }
    }

    /// <summary>Unit vectors s0, s1, … and the same as t0, t1, … after reflections, which make any rotation.</summary>
    private static (WordVectors Source, WordVectors Target) Rotated(int count)
    {
        Random random = new(5);
        double[][] mirrors = [Unit(), Unit(), Unit()];
        (WordVectors source, WordVectors target) = (new(Dimension), new(Dimension));
        for (int k = 0; k < count; k++)
        {
            double[] vector = Unit();
            source.Add($"s{k}", [.. vector.Select(value => (float)value)]);
            foreach (double[] mirror in mirrors)
            {
                double dot = vector.Zip(mirror, (x, y) => x * y).Sum();
                vector = [.. vector.Zip(mirror, (x, y) => x - (2 * dot * y))];
            }

            target.Add($"t{k}", [.. vector.Select(value => (float)value)]);
        }

        return (source, target);

        double[] Unit()
        {
            double[] vector = [.. Enumerable.Range(0, Dimension).Select(_ => random.NextDouble() - 0.5)];
            double norm = Math.Sqrt(vector.Sum(value => value * value));
            return [.. vector.Select(value => value / norm)];
        }
    }
}
