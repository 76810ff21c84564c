namespace Aligner.Statistical.Tests.Hmm;

/// <summary>
/// Training by agreement (Liang, Taskar and Klein 2006) in dictionaries of words and in double, each E-step by its
/// definition: Model 1 word by word, the HMM by <see cref="NaiveHmm"/>. An emission is the product of what the K
/// factors' lexicons give, to the power 1/K.
/// </summary>
internal sealed class NaiveAgreement
{
    private const double JumpPrior = 0.5;
    private const double Uniform = 0.02;
    private const double NullProbability = 0.1;

    private readonly (string[] Source, string[] Target)[] _pairs;

    /// <param name="pairs">As <see cref="Bitexts"/> writes them.</param>
    /// <param name="spellings">The factors besides the words themselves.</param>
    public NaiveAgreement(string[] pairs, params Func<string, string>[] spellings)
    {
        _pairs = [.. pairs
            .Select(pair => pair.Split(" ||| "))
            .Select(sides => (sides[0].Split(' '), sides[1].Split(' ')))];
        string[] sources = [.. _pairs.SelectMany(pair => pair.Source)];
        string[] targets = [.. _pairs.SelectMany(pair => pair.Target)];
        Func<string, string>[] factors = [word => word, .. spellings];
        Forward = new Direction([.. factors.Select(spell => new NaiveLexicon(spell, sources, targets))]);
        Reverse = new Direction([.. factors.Select(spell => new NaiveLexicon(spell, targets, sources))]);
    }

    public Direction Forward { get; }

    public Direction Reverse { get; }

    /// <summary>Bits a word of both sides, before the last iteration.</summary>
    public double CrossEntropy { get; private set; }

    public void IterateIbm1() => Iterate((direction, source, target) => direction.Ibm1(source, target));

    public void IterateHmm()
    {
        Iterate((direction, source, target) => direction.Hmm(source, target));
        Forward.MaximizeJumps();
        Reverse.MaximizeJumps();
    }

    private void Iterate(Func<Direction, string[], string[], (double[][] Posteriors, double Total)> step)
    {
        Dictionary<(string, string), double> counts = [];
        double bits = 0;
        foreach ((string[] source, string[] target) in _pairs)
        {
            (double[][] forward, double forwardTotal) = step(Forward, source, target);
            (double[][] reverse, double reverseTotal) = step(Reverse, target, source);
            bits -= Math.Log2(forwardTotal) + Math.Log2(reverseTotal);
            for (int i = 0; i < source.Length; i++)
            {
                for (int j = 0; j < target.Length; j++)
                {
                    (string, string) key = (source[i], target[j]);
                    counts[key] = counts.GetValueOrDefault(key) + (forward[j][i] * reverse[i][j]);
                }
            }

            Forward.CountNull(target, forward);
            Reverse.CountNull(source, reverse);
        }

        CrossEntropy = bits / _pairs.Sum(pair => pair.Source.Length + pair.Target.Length);
        Forward.Maximize(counts);
        Reverse.Maximize(counts.ToDictionary(count => (count.Key.Item2, count.Key.Item1), count => count.Value));
    }

    /// <summary>One direction, with a lexicon of each factor.</summary>
    internal sealed class Direction(NaiveLexicon[] lexicons)
    {
        private readonly Dictionary<int, double> _jumpCounts = [];
        private readonly Dictionary<int, double> _startCounts = [];

        public IReadOnlyList<NaiveLexicon> Lexicons => lexicons;

        public NaiveJumps Jumps { get; private set; } = new(_ => 1, _ => 1, 1, NullProbability);

        private double this[string source, string target] => Root(lexicons.Select(lexicon => lexicon[source, target]));

        public (double[][] Posteriors, double Total) Ibm1(string[] source, string[] target)
        {
            double[] totals = [.. target.Select(f => Null(f) + source.Sum(e => this[e, f]))];
            return (
                [.. target.Select((f, j) => source.Select(e => this[e, f] / totals[j]).ToArray())],
                totals.Aggregate(1.0, (product, total) => product * total / (source.Length + 1)));
        }

        public (double[][] Posteriors, double Total) Hmm(string[] source, string[] target)
        {
            NaiveHmm hmm = new(
                Jumps,
                [.. target.Select(f => source.Select(e => this[e, f]).ToArray())],
                [.. target.Select(Null)]);
            Add(hmm.Jumps, _jumpCounts);
            Add(hmm.Starts, _startCounts);
            return (hmm.Posteriors, hmm.Total);
        }

        public void CountNull(string[] target, double[][] posteriors)
        {
            for (int j = 0; j < target.Length; j++)
            {
                foreach (NaiveLexicon lexicon in lexicons)
                {
                    lexicon.CountNull(target[j], 1 - posteriors[j].Sum());
                }
            }
        }

        public void Maximize(Dictionary<(string Source, string Target), double> counts)
        {
            foreach (NaiveLexicon lexicon in lexicons)
            {
                lexicon.Maximize(counts);
            }
        }

        public void MaximizeJumps()
        {
            Dictionary<int, double> jumps = new(_jumpCounts);
            Dictionary<int, double> starts = new(_startCounts);
            Jumps = new NaiveJumps(
                jump => jumps.GetValueOrDefault(jump) + JumpPrior,
                start => starts.GetValueOrDefault(start) + JumpPrior,
                Uniform,
                NullProbability);
            _jumpCounts.Clear();
            _startCounts.Clear();
        }

        private double Null(string target) => Root(lexicons.Select(lexicon => lexicon.Null(target)));

        private double Root(IEnumerable<double> probabilities) =>
            Math.Pow(probabilities.Aggregate((product, probability) => product * probability), 1.0 / lexicons.Length);

        private static void Add(Dictionary<int, double> counts, Dictionary<int, double> sums)
        {
            foreach ((int key, double count) in counts)
            {
                sums[key] = sums.GetValueOrDefault(key) + count;
            }
        }
    }
}
