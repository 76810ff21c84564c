using Aligner.Core.Alignments;

namespace Aligner.Statistical.Inflections;

/// <summary>The links of a pair as one of its sides sees them.</summary>
internal sealed class SideLinks
{
    private int[] _counts = [];
    private int[] _partners = [];
    private int _length;

    /// <summary>The links of each word.</summary>
    public ReadOnlySpan<int> Counts => _counts.AsSpan(0, _length);

    /// <summary>The word of the other side that a word with a single link is linked with.</summary>
    public int Partner(int place) => _partners[place];

    /// <summary>Takes the place of what was there.</summary>
    /// <param name="links">The links; this side is their source.</param>
    /// <param name="length">Words of this side.</param>
    public void Fill(IEnumerable<Link> links, int length)
    {
        if (_counts.Length < length)
        {
            _counts = new int[length];
            _partners = new int[length];
        }

        _length = length;
        _counts.AsSpan(0, length).Clear();
        foreach ((int place, int partner) in links)
        {
            _counts[place]++;
            _partners[place] = partner;
        }
    }
}
