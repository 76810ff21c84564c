using Aligner.Core.Alignments;

namespace Aligner.Tokenization.Copies;

/// <summary>The links of a pair that are certain so far; each word has at most one.</summary>
internal sealed class CertainLinks
{
    private readonly int[] _targetOf;
    private readonly bool[] _isTaken;

    public CertainLinks(int sourceLength, int targetLength)
    {
        _targetOf = new int[sourceLength];
        Array.Fill(_targetOf, -1);
        _isTaken = new bool[targetLength];
    }

    /// <summary>More than any number of links.</summary>
    public int Most => _targetOf.Length + 3;

    public void Add(int source, int target)
    {
        _targetOf[source] = target;
        _isTaken[target] = true;
    }

    public bool IsFreeSource(int source) => _targetOf[source] < 0;

    public bool IsFreeTarget(int target) => !_isTaken[target];

    public bool IsFree(int source, int target) => IsFreeSource(source) && IsFreeTarget(target);

    /// <summary>Whether two places are linked; places outside of the pair are not.</summary>
    public bool AreLinked(int source, int target) =>
        source >= 0 && source < _targetOf.Length && target >= 0 && _targetOf[source] == target;

    /// <summary>How many of both neighbors of two words are linked with each other.</summary>
    public int Beside(int source, int target) =>
        (AreLinked(source - 1, target - 1) ? 1 : 0) + (AreLinked(source + 1, target + 1) ? 1 : 0);

    /// <summary>How many links lie inside of two ranges.</summary>
    public int Inside(Range source, Range target)
    {
        int count = 0;
        for (int i = source.Start.Value; i < source.End.Value; i++)
        {
            count += _targetOf[i] >= target.Start.Value && _targetOf[i] < target.End.Value ? 1 : 0;
        }

        return count;
    }

    public IReadOnlyList<Link> ToList() =>
        [.. Enumerable.Range(0, _targetOf.Length).Where(i => _targetOf[i] >= 0).Select(i => new Link(i, _targetOf[i]))];
}
