namespace Aligner.Statistical.Tests.Hmm;

/// <summary>The HMM of one sentence pair by enumeration of all (n + 1)^m alignments.</summary>
internal sealed class NaiveHmm
{
    private readonly double _nullProbability;
    private readonly double[][] _transitions;
    private readonly double[][] _emissions;
    private readonly double[] _nullEmissions;
    private readonly int _n;

    /// <param name="jumps">The jump distribution.</param>
    /// <param name="emissions">t(f_j|e_i) in row j.</param>
    /// <param name="nullEmissions">t(f_j|NULL).</param>
    public NaiveHmm(NaiveJumps jumps, double[][] emissions, double[] nullEmissions)
    {
        _emissions = emissions;
        _nullEmissions = nullEmissions;
        _n = emissions[0].Length;
        _nullProbability = jumps.NullProbability;
        _transitions = [.. Enumerable.Range(-1, _n + 1)
            .Select(from => Enumerable.Range(0, _n).Select(to => jumps.Transition(from, to, _n)).ToArray())];
        Posteriors = [.. emissions.Select(row => new double[row.Length])];
        (int[] Links, double Probability)[] all = [.. Alignments(emissions.Length)
            .Select(links => (links, Probability(links)))];
        Total = all.Sum(alignment => alignment.Probability);
        Best = all.Max(alignment => alignment.Probability);
        foreach ((int[] links, double probability) in all)
        {
            Count(links, probability / Total);
        }
    }

    /// <summary>p(f|e).</summary>
    public double Total { get; }

    /// <summary>Probability of the best alignment.</summary>
    public double Best { get; }

    /// <summary>p(a_j = i | e, f) in row j.</summary>
    public double[][] Posteriors { get; }

    /// <summary>Expected number of jumps of each width.</summary>
    public Dictionary<int, double> Jumps { get; } = [];

    /// <summary>Probability of each first position.</summary>
    public Dictionary<int, double> Starts { get; } = [];

    /// <summary>p(f, a|e) for one alignment; −1 is NULL.</summary>
    public double Probability(ReadOnlySpan<int> links)
    {
        double probability = 1;
        int last = -1;
        for (int j = 0; j < links.Length; j++)
        {
            if (links[j] < 0)
            {
                probability *= _nullProbability * _nullEmissions[j];
            }
            else
            {
                probability *= _transitions[last + 1][links[j]] * _emissions[j][links[j]];
                last = links[j];
            }
        }

        return probability;
    }

    private void Count(int[] links, double probability)
    {
        int last = -1;
        for (int j = 0; j < links.Length; j++)
        {
            int link = links[j];
            if (link < 0)
            {
                continue;
            }

            Posteriors[j][link] += probability;
            Dictionary<int, double> counts = last < 0 ? Starts : Jumps;
            int key = last < 0 ? link : link - last;
            counts[key] = counts.GetValueOrDefault(key) + probability;
            last = link;
        }
    }

    private IEnumerable<int[]> Alignments(int m) => m == 0
        ? [[]]
        : Alignments(m - 1).SelectMany(links => Enumerable.Range(-1, _n + 1).Select(link => (int[])[.. links, link]));
}
