using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Tokenization.Units;

/// <summary>
/// Remembers of the pairs of a text, while they are read, how their tokens lie on the units that links count: in about
/// two bytes a token, and in none for text where these are the same.
/// </summary>
/// <param name="bitext">The text.</param>
/// <param name="keepsPairs">Whether to remember the pairs as a whole.</param>
public sealed class UnitLog(TokenizedBitext bitext, bool keepsPairs = false)
{
    private readonly List<byte[]?> _maps = [];
    private readonly List<SplitPair> _pairs = [];

    /// <summary>The pairs to the end of the text, as tokens; to be read once.</summary>
    /// <exception cref="Core.DataException">A line breaks the format.</exception>
    public IEnumerable<TokenizedPair> Read()
    {
        foreach (SplitPair pair in bitext.ReadAll())
        {
            _maps.Add(pair.Source.Map is null && pair.Target.Map is null ? null : Pack(pair));
            if (keepsPairs)
            {
                _pairs.Add(pair);
            }

            yield return pair.Tokens;
        }
    }

    /// <summary>A pair that was read; null if pairs are not kept.</summary>
    /// <param name="pair">0-based number of the pair.</param>
    public SplitPair? Pair(int pair) => keepsPairs ? _pairs[pair] : null;

    /// <summary>The links of the tokens of a pair as links of its units.</summary>
    /// <param name="pair">0-based number of the pair.</param>
    /// <param name="alignment">Its links.</param>
    public ScoredAlignment Lift(int pair, ScoredAlignment alignment)
    {
        if (_maps[pair] is not { } packed || (alignment.Links.Count == 0 && alignment.Nulls is null))
        {
            return alignment;
        }

        using BinaryReader reader = new(new MemoryStream(packed));
        return UnitLinks.Lift(alignment, Unpack(reader), Unpack(reader));
    }

    private static byte[] Pack(SplitPair pair)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        foreach (UnitMap? map in new[] { pair.Source.Map, pair.Target.Map })
        {
            writer.Write(map is not null);
            map?.Pack(writer);
        }

        return bytes.ToArray();
    }

    private static UnitMap? Unpack(BinaryReader reader) => reader.ReadBoolean() ? UnitMap.Unpack(reader) : null;
}
