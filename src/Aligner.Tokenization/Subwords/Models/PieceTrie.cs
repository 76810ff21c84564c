using System.Numerics;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>A trie over UTF-16 code units with its edges in one hash table; once built, threads may share it.</summary>
internal sealed class PieceTrie
{
    /// <summary>The node of the empty prefix.</summary>
    public const int Root = 0;

    /// <summary>No node, no value.</summary>
    public const int None = -1;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong NoKey = ulong.MaxValue;

    private Edge[] _edges;
    private int _shift;
    private int _nodes = 1;

    /// <param name="expected">About how many strings will come.</param>
    public PieceTrie(int expected) => _edges = NewTable(Math.Max(expected, 16));

    /// <summary>Gives a string, not empty, a value from 0; it replaces an earlier one.</summary>
    public void Add(ReadOnlySpan<char> text, int value)
    {
        int node = Root;
        int slot = -1;
        foreach (char c in text)
        {
            slot = Slot(node, c);
            if (_edges[slot].Key == NoKey)
            {
                if (_nodes * 2 > _edges.Length)
                {
                    Grow();
                    slot = Slot(node, c);
                }

                _edges[slot] = new Edge(Key(node, c), _nodes++, None);
            }

            node = _edges[slot].Node;
        }

        _edges[slot] = _edges[slot] with { Value = value };
    }

    /// <summary>Follows an edge: the node, or <see cref="None"/>.</summary>
    /// <param name="node">Where from.</param>
    /// <param name="c">The edge.</param>
    /// <param name="value">The value of the string that ends there, or <see cref="None"/>.</param>
    public int Next(int node, char c, out int value)
    {
        ref readonly Edge edge = ref _edges[Slot(node, c)];
        value = edge.Value;
        return edge.Node;
    }

    /// <summary>The node of <paramref name="prefix"/>, or <see cref="None"/>.</summary>
    public int NodeOf(ReadOnlySpan<char> prefix)
    {
        int node = Root;
        for (int i = 0; i < prefix.Length && node != None; i++)
        {
            node = Next(node, prefix[i], out _);
        }

        return node;
    }

    /// <summary>The value of <paramref name="text"/>, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        int node = Root;
        int value = None;
        for (int i = 0; i < text.Length && node != None; i++)
        {
            node = Next(node, text[i], out value);
        }

        return value;
    }

    /// <summary>The longest string that <paramref name="text"/> begins with below <paramref name="node"/>.</summary>
    /// <returns>Its length, 0 if there is none, and its value.</returns>
    public (int Length, int Value) LongestPrefix(int node, ReadOnlySpan<char> text)
    {
        (int Length, int Value) longest = (0, None);
        for (int i = 0; i < text.Length && node != None; i++)
        {
            node = Next(node, text[i], out int value);
            if (value != None)
            {
                longest = (i + 1, value);
            }
        }

        return longest;
    }

    private static ulong Key(int node, char c) => ((ulong)node << 16) | c;

    private int Slot(int node, char c)
    {
        ulong key = Key(node, c);
        Edge[] edges = _edges;
        int slot = (int)((key * Multiplier) >> _shift);
        while (edges[slot].Key != key && edges[slot].Key != NoKey)
        {
            slot = (slot + 1) & (edges.Length - 1);
        }

        return slot;
    }

    private Edge[] NewTable(int entries)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)entries * 2);
        _shift = 64 - BitOperations.Log2((uint)size);
        Edge[] edges = new Edge[size];
        Array.Fill(edges, new Edge(NoKey, None, None));
        return edges;
    }

    private void Grow()
    {
        Edge[] old = _edges;
        _edges = NewTable(old.Length);
        foreach (Edge edge in old.Where(edge => edge.Key != NoKey))
        {
            _edges[Slot((int)(edge.Key >> 16), (char)edge.Key)] = edge;
        }
    }

    private readonly record struct Edge(ulong Key, int Node, int Value);
}
