using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>
/// An alignment under construction: it starts as the intersection of two directions and takes in links of their union.
/// Memory grows with the links, never with their indices.
/// </summary>
internal sealed class PartialAlignment
{
    private readonly bool[] _added;
    private readonly HashSet<int> _linkedSources = [];
    private readonly HashSet<int> _linkedTargets = [];

    public PartialAlignment(Alignment forward, Alignment reverse)
    {
        Forward = forward;
        Reverse = reverse;
        Candidates = forward.Union(reverse);
        _added = new bool[Candidates.Count];
        for (int index = 0; index < _added.Length; index++)
        {
            if (forward.Contains(Candidates[index]) && reverse.Contains(Candidates[index]))
            {
                Add(index);
            }
        }
    }

    public Alignment Forward { get; }

    public Alignment Reverse { get; }

    /// <summary>The union of the directions: all links that can ever be added.</summary>
    public Alignment Candidates { get; }

    /// <summary>The index of <paramref name="link"/> in <see cref="Candidates"/>, or a negative number.</summary>
    public int IndexOf(Link link) => Candidates.Links.BinarySearch(link);

    /// <summary>Whether the candidate at <paramref name="index"/> has been added.</summary>
    public bool Has(int index) => _added[index];

    /// <summary>Whether <paramref name="link"/> has been added.</summary>
    public bool Has(Link link) => IndexOf(link) is >= 0 and int index && _added[index];

    /// <summary>Whether an added link touches the source word.</summary>
    public bool IsSourceLinked(int source) => _linkedSources.Contains(source);

    /// <summary>Whether an added link touches the target word.</summary>
    public bool IsTargetLinked(int target) => _linkedTargets.Contains(target);

    /// <summary>Adds the candidate at <paramref name="index"/>.</summary>
    public void Add(int index)
    {
        _added[index] = true;
        _linkedSources.Add(Candidates[index].Source);
        _linkedTargets.Add(Candidates[index].Target);
    }

    /// <summary>The links added so far.</summary>
    public Alignment ToAlignment() => Alignment.Of(Candidates.Where((_, index) => _added[index]));
}
