using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The values of one side of a factor: what scales the counts of each, and how likely NULL is to generate it.
/// </summary>
internal sealed class LexiconSide
{
    private readonly int[] _values;

    /// <param name="values">The value of each word.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="otherCount">The number of values of the other side.</param>
    /// <param name="floor">The least probability, as a share of the uniform distribution.</param>
    public LexiconSide(ReadOnlySpan<int> values, int count, int otherCount, double floor)
    {
        _values = values.ToArray();
        Floor = (float)(floor / Math.Max(1, otherCount)); // a bitext may hold no words at all
        Scales = new float[count];
        Scales.AsSpan().Fill(1f / otherCount);
        NullProbabilities = new float[count];
        NullProbabilities.AsSpan().Fill(1f / count);
    }

    /// <summary>The least probability of a value of the other side, given one of this side.</summary>
    public float Floor { get; }

    /// <summary>1 / Σ c of each value.</summary>
    public float[] Scales { get; }

    /// <summary>The probability of each value, given NULL.</summary>
    public float[] NullProbabilities { get; }

    /// <summary>Σ c of each value.</summary>
    public float[] Totals() => Array.ConvertAll(Scales, scale => scale > 0 ? 1 / scale : 0);

    /// <summary>Multiplies emissions of NULL.</summary>
    /// <param name="words">The words that are emitted.</param>
    /// <param name="floor">The least probability.</param>
    /// <param name="emissions">One for each word.</param>
    public void MultiplyNull(ReadOnlySpan<int> words, float floor, Span<float> emissions)
    {
        for (int k = 0; k < words.Length; k++)
        {
            emissions[k] *= Math.Max(floor, NullProbabilities[_values[words[k]]]);
        }
    }

    /// <summary>The M-step.</summary>
    /// <param name="totals">Σ c of each value.</param>
    /// <param name="nullCounts">How often NULL generates each word.</param>
    public void Maximize(double[] totals, double[] nullCounts)
    {
        double[] nulls = new double[totals.Length];
        for (int word = 0; word < _values.Length; word++)
        {
            nulls[_values[word]] += nullCounts[word];
        }

        double nullTotal = nulls.Sum() + (LinkLexicon.NullPrior * nulls.Length);
        for (int value = 0; value < totals.Length; value++)
        {
            // Finite even where a total is subnormal: 0 / 0 would be no probability.
            Scales[value] = totals[value] > 0 ? (float)Math.Min(float.MaxValue, 1 / totals[value]) : 0;
            NullProbabilities[value] = (float)((nulls[value] + LinkLexicon.NullPrior) / nullTotal);
        }
    }
}
