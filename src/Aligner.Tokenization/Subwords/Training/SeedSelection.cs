using System.Runtime.InteropServices;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Keeps the seeds with the highest scores, of equal ones the first.</summary>
internal sealed class SeedSelection(int size)
{
    private const int MinRoom = 1 << 16;

    private readonly int _room = (int)Math.Min(Array.MaxLength, size + (long)Math.Max(size, MinRoom));
    private List<Seed> _seeds = [];
    private double _floor = double.NegativeInfinity;

    /// <summary>Takes a seed into account.</summary>
    public void Add(Seed seed)
    {
        if (seed.Score <= _floor)
        {
            return;
        }

        _seeds.Add(seed);
        if (_seeds.Count >= _room)
        {
            Cut();
        }
    }

    /// <summary>The seeds kept, in the order in which they came.</summary>
    public ReadOnlySpan<Seed> Complete()
    {
        Cut();
        return CollectionsMarshal.AsSpan(_seeds);
    }

    private void Cut()
    {
        if (_seeds.Count <= size)
        {
            return;
        }

        double[] scores = [.. _seeds.Select(seed => seed.Score)];
        Array.Sort(scores);
        _floor = scores[^size];
        int ties = size - scores.Count(score => score > _floor);
        List<Seed> kept = new(_room);
        foreach (Seed seed in _seeds)
        {
            if (seed.Score > _floor || (seed.Score == _floor && ties-- > 0))
            {
                kept.Add(seed);
            }
        }

        _seeds = kept;
    }
}
