namespace Aligner.Statistical.Tests.Training;

/// <summary>EM for models whose links do not depend on each other, in dictionaries of words and in double.</summary>
internal sealed class NaiveEm
{
    public const string Null = "(null)";

    private const double Floor = 1e-9;

    private readonly (string[] Source, string[] Target)[] _pairs;
    private readonly double _alpha;
    private Dictionary<(string Source, string Target), double> _lexicon = [];

    /// <param name="pairs">As <see cref="Bitexts"/> writes them.</param>
    /// <param name="alpha">Dirichlet prior; 0 is maximum likelihood.</param>
    public NaiveEm(string[] pairs, double alpha)
    {
        _pairs = [.. pairs
            .Select(pair => pair.Split(" ||| "))
            .Select(sides => (sides[0].Split(' '), sides[1].Split(' ')))];
        _alpha = alpha;
        string[] targets = [.. _pairs.SelectMany(pair => pair.Target).Distinct()];
        foreach (string target in targets)
        {
            _lexicon[(Null, target)] = 1.0 / targets.Length;
        }

        foreach ((string[] source, string[] target) in _pairs)
        {
            foreach (string e in source)
            {
                foreach (string f in target)
                {
                    _lexicon[(e, f)] = 1.0 / targets.Length;
                }
            }
        }
    }

    public IEnumerable<KeyValuePair<(string Source, string Target), double>> Lexicon => _lexicon;

    /// <summary>Entropy of the target words in bits a word, before the last iteration.</summary>
    public double CrossEntropy { get; private set; }

    public double this[string source, string target] =>
        Math.Max(Floor, _lexicon.GetValueOrDefault((source, target)));

    /// <param name="prior">p(a_j = i | j, n, m); i = −1 is NULL.</param>
    public void Iterate(Func<int, int, int, int, double> prior)
    {
        Dictionary<(string Source, string Target), double> counts = _lexicon.Keys.ToDictionary(key => key, _ => 0.0);
        double bits = 0;
        int words = 0;
        foreach ((string[] source, string[] target) in _pairs)
        {
            string[] states = [Null, .. source];
            for (int j = 0; j < target.Length; j++)
            {
                double[] joint = [.. states.Select((e, state) =>
                    prior(state - 1, j, source.Length, target.Length) * this[e, target[j]])];
                bits -= Math.Log2(joint.Sum());
                words++;
                for (int state = 0; state < states.Length; state++)
                {
                    counts[(states[state], target[j])] += joint[state] / joint.Sum();
                }
            }
        }

        CrossEntropy = bits / words;
        _lexicon = Maximize(counts);
    }

    private Dictionary<(string Source, string Target), double> Maximize(
        Dictionary<(string Source, string Target), double> counts)
    {
        Dictionary<string, double> totals = counts
            .GroupBy(count => count.Key.Source)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Value + _alpha));
        return counts.ToDictionary(count => count.Key, count => _alpha == 0
            ? count.Value / totals[count.Key.Source]
            : Math.Exp(Digamma(count.Value + _alpha) - Digamma(totals[count.Key.Source])));
    }

    /// <summary>By the recurrence alone, from so far out that ψ(x) is ln x − 1/2x.</summary>
    private static double Digamma(double x)
    {
        double sum = 0;
        for (; x < 1000; x++)
        {
            sum -= 1 / x;
        }

        return sum + Math.Log(x) - (0.5 / x);
    }
}
