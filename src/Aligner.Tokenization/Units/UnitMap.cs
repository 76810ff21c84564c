using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>
/// Which units of a line each of its tokens lies on. Tokens and units are spans of the same text, both ascending; a
/// unit that no token touches goes with the token after it, or with the last.
/// </summary>
public sealed class UnitMap
{
    private readonly int[] _first;
    private readonly int[] _end;

    private UnitMap(int[] first, int[] end, int unitCount) => (_first, _end, UnitCount) = (first, end, unitCount);

    /// <summary>The number of tokens.</summary>
    public int TokenCount => _first.Length;

    /// <summary>The number of units.</summary>
    public int UnitCount { get; }

    /// <summary>The units of a token: a half-open range of indices.</summary>
    public (int First, int End) this[int token] => (_first[token], _end[token]);

    /// <summary>Maps tokens to the units that they overlap.</summary>
    public static UnitMap Of(IReadOnlyList<TokenSpan> tokens, IReadOnlyList<TokenSpan> units)
    {
        int[] first = new int[tokens.Count];
        int[] end = new int[tokens.Count];
        int covered = 0;
        for (int k = 0; k < tokens.Count; k++)
        {
            TokenSpan token = tokens[k];
            int next = covered;
            while (next < units.Count && units[next].Start < token.End)
            {
                next++;
            }

            // Units that lie before the token belong to no other. One that reaches into it may be shared.
            bool isShared = covered > 0 && units[covered - 1].End > token.Start;
            first[k] = isShared ? FirstReaching(units, covered - 1, token.Start) : Math.Min(covered, units.Count - 1);
            end[k] = Math.Max(next, first[k] + 1);
            covered = end[k];
        }

        if (end.Length > 0)
        {
            end[^1] = units.Count;
        }

        return new UnitMap(first, end, units.Count);
    }

    /// <summary>Reads a map that <see cref="Pack"/> wrote.</summary>
    internal static UnitMap Unpack(BinaryReader reader)
    {
        int[] first = new int[reader.Read7BitEncodedInt()];
        int[] end = new int[first.Length];
        int unitCount = reader.Read7BitEncodedInt();
        for (int k = 0; k < first.Length; k++)
        {
            first[k] = (k == 0 ? 0 : first[k - 1]) + reader.Read7BitEncodedInt();
            end[k] = first[k] + reader.Read7BitEncodedInt();
        }

        return new UnitMap(first, end, unitCount);
    }

    /// <summary>Writes the map in two bytes for each token, mostly.</summary>
    internal void Pack(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(TokenCount);
        writer.Write7BitEncodedInt(UnitCount);
        for (int k = 0; k < TokenCount; k++)
        {
            writer.Write7BitEncodedInt(_first[k] - (k == 0 ? 0 : _first[k - 1]));
            writer.Write7BitEncodedInt(_end[k] - _first[k]);
        }
    }

    private static int FirstReaching(IReadOnlyList<TokenSpan> units, int unit, int position)
    {
        while (unit > 0 && units[unit - 1].End > position)
        {
            unit--;
        }

        return unit;
    }
}
