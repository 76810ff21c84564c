using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;

namespace Aligner.Core.Tests.Symmetrization;

/// <summary>The heuristics over dense matrices, as their sources write them: slow and independent.</summary>
internal sealed class NaiveSymmetrization
{
    private readonly int _size;
    private readonly bool[,] _forward;
    private readonly bool[,] _reverse;
    private readonly bool[,] _union;
    private readonly bool[,] _chosen;

    private NaiveSymmetrization(Alignment forward, Alignment reverse, int size)
    {
        _size = size;
        _forward = Grid(forward);
        _reverse = Grid(reverse);
        _union = new bool[size, size];
        _chosen = new bool[size, size];
        foreach ((int s, int t) in SourceMajor())
        {
            _union[s, t] = _forward[s, t] || _reverse[s, t];
            _chosen[s, t] = _forward[s, t] && _reverse[s, t];
        }
    }

    public static Alignment Combine(
        string name, GrowDefinition definition, Alignment forward, Alignment reverse, int size)
    {
        var naive = new NaiveSymmetrization(forward, reverse, size);
        if (name == "och")
        {
            naive.Refine();
        }
        else
        {
            bool diagonal = name != "grow";
            switch (definition)
            {
                case GrowDefinition.Moses:
                    naive.GrowFromPoints(naive.TargetMajor(), MosesNeighbors(diagonal), naive.OneFree);
                    break;
                case GrowDefinition.Atools:
                    naive.GrowFromCandidates(diagonal);
                    break;
                default:
                    (int, int)[] corners = [(-1, 1), (-1, -1), (1, -1), (1, 1)];
                    naive.GrowFromPoints(naive.SourceMajor(), diagonal ? corners : [], naive.BothFree);
                    break;
            }

            bool both = name == "grow-diag-final-and" || definition == GrowDefinition.AlignmentScripts;
            if (name.Contains("final", StringComparison.Ordinal))
            {
                naive.Final(naive._forward, definition, both ? naive.BothFree : naive.OneFree);
                naive.Final(naive._reverse, definition, both ? naive.BothFree : naive.OneFree);
            }
        }

        return Alignment.Of(naive.SourceMajor().Where(p => naive._chosen[p.S, p.T]).Select(p => new Link(p.S, p.T)));
    }

    private static (int S, int T)[] MosesNeighbors(bool diagonal) => diagonal
        ? [(0, -1), (-1, 0), (0, 1), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]
        : [(0, -1), (-1, 0), (0, 1), (1, 0)];

    private void GrowFromPoints(IEnumerable<(int S, int T)> order, (int S, int T)[] near, Func<int, int, bool> free)
    {
        bool added = true;
        while (added)
        {
            added = false;
            foreach ((int s, int t) in order.Where(p => _chosen[p.S, p.T]))
            {
                foreach ((int ns, int nt) in near.Select(d => (s + d.S, t + d.T)))
                {
                    if (At(_union, ns, nt) && !_chosen[ns, nt] && free(ns, nt))
                    {
                        added = _chosen[ns, nt] = true;
                    }
                }
            }
        }
    }

    private void GrowFromCandidates(bool diagonal)
    {
        bool added = true;
        while (added)
        {
            added = false;
            foreach ((int s, int t) in SourceMajor().Where(p => _union[p.S, p.T] && !_chosen[p.S, p.T]))
            {
                bool near = SourceMajor().Any(p => _chosen[p.S, p.T] && Math.Abs(p.S - s) <= 1
                    && Math.Abs(p.T - t) <= 1 && (diagonal || p.S == s || p.T == t));
                if (near && OneFree(s, t))
                {
                    added = _chosen[s, t] = true;
                }
            }
        }
    }

    private void Refine()
    {
        bool added = true;
        while (added)
        {
            added = false;
            foreach ((int s, int t) in SourceMajor().Where(p => _union[p.S, p.T] && !_chosen[p.S, p.T]))
            {
                bool free = BothFree(s, t);
                bool near = Horizontal(s, t) || Vertical(s, t);
                HashSet<(int, int)> before = LinksWithBoth();
                _chosen[s, t] = true;
                if (free || (near && LinksWithBoth().IsSubsetOf(before)))
                {
                    added = true;
                }
                else
                {
                    _chosen[s, t] = false;
                }
            }
        }
    }

    private HashSet<(int, int)> LinksWithBoth() =>
        [.. SourceMajor().Where(p => _chosen[p.S, p.T] && Horizontal(p.S, p.T) && Vertical(p.S, p.T))];

    private void Final(bool[,] direction, GrowDefinition definition, Func<int, int, bool> free)
    {
        foreach ((int s, int t) in definition == GrowDefinition.Moses ? TargetMajor() : SourceMajor())
        {
            _chosen[s, t] |= direction[s, t] && free(s, t);
        }
    }

    private bool OneFree(int s, int t) => !SourceLinked(s) || !TargetLinked(t);

    private bool BothFree(int s, int t) => !SourceLinked(s) && !TargetLinked(t);

    private bool SourceLinked(int s) => Enumerable.Range(0, _size).Any(t => _chosen[s, t]);

    private bool TargetLinked(int t) => Enumerable.Range(0, _size).Any(s => _chosen[s, t]);

    private bool Horizontal(int s, int t) => At(_chosen, s - 1, t) || At(_chosen, s + 1, t);

    private bool Vertical(int s, int t) => At(_chosen, s, t - 1) || At(_chosen, s, t + 1);

    private bool At(bool[,] grid, int s, int t) => s >= 0 && t >= 0 && s < _size && t < _size && grid[s, t];

    private IEnumerable<(int S, int T)> SourceMajor() =>
        from s in Enumerable.Range(0, _size) from t in Enumerable.Range(0, _size) select (s, t);

    private IEnumerable<(int S, int T)> TargetMajor() => SourceMajor().Select(p => (p.T, p.S));

    private bool[,] Grid(Alignment alignment)
    {
        var grid = new bool[_size, _size];
        foreach (Link link in alignment)
        {
            grid[link.Source, link.Target] = true;
        }

        return grid;
    }
}
