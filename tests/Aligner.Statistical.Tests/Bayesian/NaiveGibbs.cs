using Aligner.Statistical.Bayesian;

namespace Aligner.Statistical.Tests.Bayesian;

/// <summary>
/// A step of the Bayesian HMM with fertility by its definition: all links are counted anew for each, in doubles. Jumps
/// and fertilities are those of the links that it is made with.
/// </summary>
/// <param name="pairs">The words of each pair.</param>
/// <param name="links">A source position or −1 for each target word of each pair.</param>
/// <param name="options">Priors.</param>
internal sealed class NaiveGibbs((string[] Source, string[] Target)[] pairs, short[][] links, BayesOptions options)
{
    private readonly int[] _jumps = [.. pairs.SelectMany((pair, k) => Jumps(links[k], pair.Source.Length))];
    private readonly (string Word, int Links)[] _fertilities = [.. pairs.SelectMany((pair, k) =>
        pair.Source.Select((word, i) => (word, Math.Min(7, links[k].Count(link => link == i)))))];

    /// <summary>The distribution of a link given all others: n positions, then NULL.</summary>
    /// <param name="links">The links as they stand.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="j">The target word whose link is left out.</param>
    public double[] Conditional(short[][] links, int pair, int j)
    {
        (string[] source, string[] target) = pairs[pair];
        int n = source.Length;
        int last = links[pair].Take(j).LastOrDefault(link => link >= 0, (short)-1);
        int next = links[pair].Skip(j + 1).FirstOrDefault(link => link >= 0, (short)n);
        (string? Source, string Target)[] others = [.. pairs.SelectMany((other, k) => other.Target
            .Select((word, place) =>
                (k, place, Source: links[k][place] is >= 0 and var i ? other.Source[i] : null, word))
            .Where(token => token.k != pair || token.place != j)
            .Select(token => (token.Source, token.word)))];
        double[] weights = new double[n + 1];
        for (int i = 0; i < n; i++)
        {
            int taken = links[pair].Where((link, place) => place != j && link == i).Count();
            weights[i] = (1 - options.NullProbability) * Translation(source[i], target[j], others)
                * Jump(last, i, n) * Jump(i, next, n) * (Fertility(source[i], taken + 1) / Fertility(source[i], taken));
        }

        weights[n] = options.NullProbability * Translation(target[j], others) * Jump(last, next, n);
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    /// <summary>t(f|NULL).</summary>
    private double Translation(string f, (string? Source, string Target)[] links)
    {
        int words = pairs.SelectMany(pair => pair.Target).Distinct().Count();
        return (options.NullConcentration + links.Count(link => link.Source is null && link.Target == f))
            / ((options.NullConcentration * words) + links.Count(link => link.Source is null));
    }

    /// <summary>t(f|e): a Pólya urn of its own that starts with γ links as its class has them.</summary>
    private double Translation(string e, string f, (string? Source, string Target)[] links)
    {
        string[] targets = [.. pairs.SelectMany(pair => pair.Target)];
        int classes = targets.Select(Class).Distinct().Count();
        double share = (double)targets.Count(word => word == f) / targets.Count(word => Class(word) == Class(f));
        (string? Source, string Target)[] ofClass =
            [.. links.Where(link => link.Source is { } word && Class(word) == Class(e))];
        double backoff = (options.ClassConcentration + ofClass.Count(link => Class(link.Target) == Class(f)))
            / ((options.ClassConcentration * classes) + ofClass.Length) * share;
        return (links.Count(link => link == (e, f)) + (options.BackoffStrength * backoff))
            / (links.Count(link => link.Source == e) + options.BackoffStrength);
    }

    /// <summary>p(to | from): over the positions 0 … n.</summary>
    private double Jump(int from, int to, int n)
    {
        double all = Enumerable.Range(0, n + 1).Sum(position => Count(position - from));
        return ((1 - options.UniformJump) * Count(to - from) / all) + (options.UniformJump / (n + 1));

        double Count(int jump) => _jumps.Count(other => other == jump) + options.JumpConcentration;
    }

    /// <summary>The mean of P(φ | e), but for what is the same for all φ.</summary>
    private double Fertility(string e, int links)
    {
        double all = _fertilities.Length + (8 * options.FertilityConcentration);
        double ofAll = (_fertilities.Count(token => token.Links == links) + options.FertilityConcentration) / all;
        return _fertilities.Count(token => token == (e, links))
            + options.FertilityConcentration + (options.SharedFertility * ofAll);
    }

    private string Class(string word) => word[..Math.Min(word.Length, options.StemLength)];

    /// <summary>From before the sentence to behind it, unless nothing is linked.</summary>
    private static IEnumerable<int> Jumps(short[] links, int n)
    {
        int[] path = [-1, .. links.Where(link => link >= 0).Select(link => (int)link), n];
        return path.Length == 2 ? [] : path.Skip(1).Zip(path, (to, from) => to - from);
    }
}
