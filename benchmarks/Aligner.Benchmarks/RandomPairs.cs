using Aligner.Core.Alignments;
using Aligner.Statistical.Inference;

namespace Aligner.Benchmarks;

/// <summary>Sentence pairs made up from a fixed seed.</summary>
internal static class RandomPairs
{
    private const int Seed = 1;

    /// <summary>
    /// A lattice with lexical probabilities as after training: large at one source word, small elsewhere.
    /// </summary>
    public static Lattice Lattice(int sourceLength, int targetLength)
    {
        Random random = new(Seed);
        Lattice lattice = new();
        lattice.Resize(sourceLength, targetLength);
        for (int j = 0; j < targetLength; j++)
        {
            Span<float> row = lattice.Emissions.Slice(j * lattice.Stride, sourceLength);
            foreach (ref float emission in row)
            {
                emission = 1e-4f * random.NextSingle();
            }

            row[random.Next(sourceLength)] = 0.1f + (0.5f * random.NextSingle());
            lattice.NullEmissions[j] = 1e-3f * random.NextSingle();
        }

        return lattice;
    }

    /// <summary>Two directions that agree on most words: near the diagonal, a fifth of the links anywhere.</summary>
    public static (Alignment Forward, Alignment Reverse) Directions(int length)
    {
        Random random = new(Seed);
        return (Direction(), Direction());

        Alignment Direction() => Alignment.Of(
            [.. Enumerable.Range(0, length).Select(i => new Link(i, random.Next(5) == 0 ? random.Next(length) : i))]);
    }

    /// <summary>Similarities as of word vectors: most about a half, one large in each row.</summary>
    public static float[] Similarity(int length)
    {
        Random random = new(Seed);
        float[] similarity = [.. Enumerable.Range(0, length * length).Select(_ => 0.4f + (0.3f * random.NextSingle()))];
        for (int i = 0; i < length; i++)
        {
            similarity[(i * length) + random.Next(length)] += 0.2f;
        }

        return similarity;
    }
}
