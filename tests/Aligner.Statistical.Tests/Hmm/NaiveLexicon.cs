namespace Aligner.Statistical.Tests.Hmm;

/// <summary>One direction's lexicon of one factor: t(target|source) between the spellings of words.</summary>
internal sealed class NaiveLexicon
{
    private const double FloorShare = 0.2;
    private const double NullPrior = 0.01;

    private readonly Func<string, string> _spell;
    private readonly Dictionary<string, double> _nullCounts = [];
    private Dictionary<string, double> _nullProbabilities;
    private Dictionary<(string, string), double>? _probabilities;

    public NaiveLexicon(Func<string, string> spell, IEnumerable<string> sourceWords, IEnumerable<string> targetWords)
    {
        _spell = spell;
        Sources = [.. sourceWords.Select(spell).Distinct()];
        Targets = [.. targetWords.Select(spell).Distinct()];
        _nullProbabilities = Targets.ToDictionary(target => target, _ => 1.0 / Targets.Length);
    }

    /// <summary>The spellings of the source words.</summary>
    public string[] Sources { get; }

    /// <summary>The spellings of the target words.</summary>
    public string[] Targets { get; }

    /// <summary>t(target|source) of words.</summary>
    public double this[string source, string target] => Floored(_probabilities is null
        ? 1.0 / Targets.Length
        : _probabilities.GetValueOrDefault((_spell(source), _spell(target))));

    public double Null(string target) => Floored(_nullProbabilities[_spell(target)]);

    public void CountNull(string target, double count) =>
        _nullCounts[_spell(target)] = _nullCounts.GetValueOrDefault(_spell(target)) + count;

    /// <param name="counts">Expected counts of word pairs.</param>
    public void Maximize(Dictionary<(string Source, string Target), double> counts)
    {
        Dictionary<(string Source, string Target), double> spelled = counts
            .GroupBy(count => (_spell(count.Key.Source), _spell(count.Key.Target)))
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Value));
        Dictionary<string, double> totals = spelled
            .GroupBy(count => count.Key.Source)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Value));
        _probabilities = spelled.ToDictionary(
            count => count.Key, count => count.Value / totals[count.Key.Source]);
        double nullTotal = Targets.Sum(target => _nullCounts[target] + NullPrior);
        _nullProbabilities = Targets.ToDictionary(
            target => target, target => (_nullCounts[target] + NullPrior) / nullTotal);
        _nullCounts.Clear();
    }

    private double Floored(double probability) => Math.Max(FloorShare / Targets.Length, probability);
}
