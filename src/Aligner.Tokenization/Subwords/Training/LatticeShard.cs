using System.Numerics;
using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>
/// The lattices of some runs. They are looked up once and then only lose pieces, so that EM reads memory in order.
/// </summary>
internal sealed class LatticeShard
{
    private readonly RunText _text;
    private readonly int _firstRun;
    private readonly int _endRun;
    private readonly uint[] _lengths;
    private int[] _pieces;

    /// <param name="text">The text.</param>
    /// <param name="firstRun">The first run of the shard.</param>
    /// <param name="endRun">The run after the last.</param>
    /// <param name="trie">The ids of all pieces.</param>
    public LatticeShard(RunText text, int firstRun, int endRun, PieceTrie trie)
    {
        _text = text;
        _firstRun = firstRun;
        _endRun = endRun;
        _lengths = new uint[text.Starts[endRun] - text.Starts[firstRun]];
        List<int> pieces = new(_lengths.Length * 2);
        for (int run = firstRun; run < endRun; run++)
        {
            LookUp(text[run], _lengths.AsSpan(text.Starts[run] - text.Starts[firstRun]), pieces, trie);
        }

        _pieces = [.. pieces];
    }

    /// <summary>Adds how often each piece is expected.</summary>
    /// <returns>The log-probability of all runs.</returns>
    public double Expect(double[] probabilities, double[] expected)
    {
        LatticeBuffers buffers = new();
        return Sum((lattice, weight) => LatticeKernel.Expect(lattice, probabilities, weight, expected, buffers));
    }

    /// <summary>Adds how often each piece occurs in the most probable segmentations.</summary>
    /// <returns>The log-probability of these segmentations.</returns>
    public double CountBest(double[] scores, double[] counts)
    {
        LatticeBuffers buffers = new();
        return Sum((lattice, weight) => LatticeKernel.CountBest(lattice, scores, weight, counts, buffers));
    }

    /// <summary>Drops and renumbers pieces.</summary>
    /// <param name="ids">The new id of each piece, negative if it is dropped.</param>
    public void Renumber(int[] ids)
    {
        int read = 0;
        int write = 0;
        for (int place = 0; place < _lengths.Length; place++)
        {
            for (uint lengths = _lengths[place]; lengths != 0; lengths &= lengths - 1)
            {
                int id = ids[_pieces[read++]];
                if (id >= 0)
                {
                    _pieces[write++] = id;
                }
                else
                {
                    _lengths[place] ^= lengths & (~lengths + 1);
                }
            }
        }

        Array.Resize(ref _pieces, write);
    }

    private static void LookUp(ReadOnlySpan<char> run, Span<uint> lengths, List<int> pieces, PieceTrie trie)
    {
        for (int start = 0; start < run.Length; start++)
        {
            int node = PieceTrie.Root;
            for (int i = start; i < run.Length; i++)
            {
                node = trie.Next(node, run[i], out int id);
                if (node == PieceTrie.None)
                {
                    break;
                }

                if (id != PieceTrie.None)
                {
                    lengths[start] |= 1u << (i - start);
                    pieces.Add(id);
                }
            }
        }
    }

    private double Sum(RunFunction function)
    {
        double sum = 0;
        int place = 0;
        int edge = 0;
        for (int run = _firstRun; run < _endRun; run++)
        {
            int length = _text[run].Length;
            ReadOnlySpan<uint> lengths = _lengths.AsSpan(place, length);
            int edges = 0;
            foreach (uint bits in lengths)
            {
                edges += BitOperations.PopCount(bits);
            }

            double weight = _text.Weights[run];
            sum += weight * function(new RunLattice(lengths, _pieces.AsSpan(edge, edges)), weight);
            place += length + 1;
            edge += edges;
        }

        return sum;
    }

    private delegate double RunFunction(RunLattice lattice, double weight);
}
