using System.Buffers.Binary;
using System.Text;

namespace Aligner.Tokenization.Tests.Subwords.Normalizers;

/// <summary>Writes a SentencePiece <c>precompiled_charsmap</c>.</summary>
internal static class CharsMapBuilder
{
    private const uint IsLeaf = 0x80000000;
    private const uint HasLeaf = 0x100;

    /// <summary>The bytes of a map of these entries.</summary>
    public static byte[] Build(params (string From, string To)[] entries)
    {
        using MemoryStream replacements = new();
        Dictionary<string, uint> values = [];
        foreach ((string from, string to) in entries)
        {
            values[Latin(from)] = (uint)replacements.Length;
            replacements.Write([.. Encoding.UTF8.GetBytes(to), 0]);
        }

        uint[] units = new uint[1 << 14];
        Place(string.Empty, 0, values, units, [0], []);
        byte[] bytes = new byte[4 + (units.Length * 4)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, units.Length * 4);
        Buffer.BlockCopy(units, 0, bytes, 4, units.Length * 4);
        return [.. bytes, .. replacements.ToArray()];
    }

    /// <summary>UTF-8 bytes, each as a character, so that strings sort and split by bytes.</summary>
    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static void Place(
        string prefix,
        uint node,
        Dictionary<string, uint> values,
        uint[] units,
        HashSet<uint> taken,
        HashSet<uint> starts)
    {
        char[] labels = [.. values.Keys.Where(key => key.Length > prefix.Length
            && key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length]).Distinct()];
        bool hasValue = values.TryGetValue(prefix, out uint value);
        uint[] slots = [.. labels.Select(label => (uint)label), .. hasValue ? [0u] : Array.Empty<uint>()];
        uint start = 1;
        while (starts.Contains(start) || slots.Any(slot => taken.Contains(start ^ slot)))
        {
            start++;
        }

        starts.Add(start);
        taken.UnionWith(slots.Select(slot => start ^ slot));
        units[node] |= ((node ^ start) << 10) | (hasValue ? HasLeaf : 0);
        if (hasValue)
        {
            units[start] = IsLeaf | value;
        }

        foreach (char label in labels)
        {
            units[start ^ label] = label;
            Place(prefix + label, start ^ label, values, units, taken, starts);
        }
    }
}
