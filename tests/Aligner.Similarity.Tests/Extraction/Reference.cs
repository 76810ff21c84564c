namespace Aligner.Similarity.Tests.Extraction;

/// <summary>The rules once more, as plainly as they can be written and as slowly.</summary>
internal static class Reference
{
    public static bool[,] ArgMax(double[,] s)
    {
        bool[,] links = new bool[s.GetLength(0), s.GetLength(1)];
        for (int i = 0; i < s.GetLength(0); i++)
        {
            for (int j = 0; j < s.GetLength(1); j++)
            {
                links[i, j] = BestColumn(s, i) == j && BestRow(s, j) == i;
            }
        }

        return links;
    }

    /// <summary>Algorithm 1 of the paper with whole matrices, as in numpy.</summary>
    public static bool[,] IterMax(double[,] s, double alpha, int rounds)
    {
        (int n, int m) = (s.GetLength(0), s.GetLength(1));
        bool[,] links = ArgMax(s);
        for (int round = 1; round < rounds && Math.Min(n, m) > 2; round++)
        {
            double[,] masked = new double[n, m];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                {
                    int linked = (Row(links, i).Any(x => x) ? 1 : 0) + (Column(links, j).Any(x => x) ? 1 : 0);
                    masked[i, j] = (float)s[i, j] * (linked switch { 0 => 1f, 1 => (float)alpha, _ => 0f });
                }
            }

            bool noFreeRow = Enumerable.Range(0, n).All(i => Row(links, i).Any(x => x));
            bool noFreeColumn = Enumerable.Range(0, m).All(j => Column(links, j).Any(x => x));
            if (noFreeRow || noFreeColumn)
            {
                break;
            }

            bool[,] mutual = ArgMax(masked);
            bool[,] next = (bool[,])links.Clone();
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                {
                    bool forbidden = Row(links, i).Any(x => x) && Column(links, j).Any(x => x);
                    next[i, j] |= mutual[i, j] && !forbidden;
                }
            }

            links = next;
        }

        return links;
    }

    /// <summary>Most links first, then the largest sum, over all matchings.</summary>
    public static (int Count, double Sum) BestMatching(double[,] s) => Match(s, 0, 0);

    public static double[] Softmax(double[] scores)
    {
        double[] powers = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    /// <summary>1.5-entmax by bisection for the τ at which the result sums to 1.</summary>
    public static double[] Entmax(double[] scores)
    {
        (double low, double high) = ((scores.Max() / 2) - 1, scores.Max() / 2);
        for (int step = 0; step < 200; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = At(middle).Sum() > 1 ? (middle, high) : (low, middle);
        }

        return At(low);

        double[] At(double threshold) => [.. scores.Select(x => Math.Pow(Math.Max(0, (x / 2) - threshold), 2))];
    }

    public static double[,] ByRows(double[,] s, Func<double[], double[]> normalize)
    {
        double[,] result = new double[s.GetLength(0), s.GetLength(1)];
        for (int i = 0; i < s.GetLength(0); i++)
        {
            double[] row = normalize([.. Row(s, i)]);
            for (int j = 0; j < row.Length; j++)
            {
                result[i, j] = row[j];
            }
        }

        return result;
    }

    public static double[,] ByColumns(double[,] s, Func<double[], double[]> normalize) =>
        Transpose(ByRows(Transpose(s), normalize));

    public static double[,] Matrix(float[] values, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        for (int k = 0; k < values.Length; k++)
        {
            matrix[k / columns, k % columns] = values[k];
        }

        return matrix;
    }

    private static double[,] Transpose(double[,] s)
    {
        double[,] result = new double[s.GetLength(1), s.GetLength(0)];
        for (int i = 0; i < s.GetLength(0); i++)
        {
            for (int j = 0; j < s.GetLength(1); j++)
            {
                result[j, i] = s[i, j];
            }
        }

        return result;
    }

    private static (int Count, double Sum) Match(double[,] s, int row, int used)
    {
        if (row == s.GetLength(0))
        {
            return (0, 0);
        }

        (int Count, double Sum) best = Match(s, row + 1, used);
        for (int j = 0; j < s.GetLength(1); j++)
        {
            if ((used >> j & 1) == 0 && s[row, j] > 0)
            {
                (int count, double sum) = Match(s, row + 1, used | 1 << j);
                (int Count, double Sum) with = (count + 1, sum + s[row, j]);
                best = with.CompareTo(best) > 0 ? with : best;
            }
        }

        return best;
    }

    private static int BestColumn(double[,] s, int i) => Row(s, i).ToList().IndexOf(Row(s, i).Max());

    private static int BestRow(double[,] s, int j) => Column(s, j).ToList().IndexOf(Column(s, j).Max());

    private static IEnumerable<T> Row<T>(T[,] s, int i) => Enumerable.Range(0, s.GetLength(1)).Select(j => s[i, j]);

    private static IEnumerable<T> Column<T>(T[,] s, int j) => Enumerable.Range(0, s.GetLength(0)).Select(i => s[i, j]);
}
