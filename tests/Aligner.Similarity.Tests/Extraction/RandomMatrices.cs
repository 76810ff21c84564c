namespace Aligner.Similarity.Tests.Extraction;

/// <summary>Matrices from fixed seeds: of any shape, and in part with ties and zeros.</summary>
internal static class RandomMatrices
{
    public static IEnumerable<(float[] Values, int Rows, int Columns)> Of(int count, int maxLength, int seed = 7)
    {
        Random random = new(seed);
        for (int k = 0; k < count; k++)
        {
            (int rows, int columns) = (random.Next(1, maxLength + 1), random.Next(1, maxLength + 1));
            int steps = k % 3 == 0 ? 4 : 0;
            float[] values = new float[rows * columns];
            foreach (ref float value in values.AsSpan())
            {
                value = steps > 0 ? random.Next(steps + 1) / (float)steps : random.NextSingle();
            }

            yield return (values, rows, columns);
        }
    }
}
