using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// (1 − p0) p(i | i′) between the states of a source sentence of n words, by rows i′ and transposed, each row padded
/// with zeros to the stride of a lattice. State n is the start: no source word has been linked yet.
/// </summary>
public sealed class TransitionMatrix
{
    private readonly float[] _rows;
    private readonly float[] _transposed;

    public TransitionMatrix(int n)
    {
        Stride = Lattice.StrideFor(n);
        _rows = new float[(n + 1) * Stride];
        _transposed = new float[n * Stride];
    }

    public int Stride { get; }

    /// <summary>n + 1 rows: from each state.</summary>
    public ReadOnlySpan<float> Rows => _rows;

    /// <summary>n rows: into each source word.</summary>
    public ReadOnlySpan<float> Transposed => _transposed;

    internal void Set(int from, int to, float probability)
    {
        _rows[(from * Stride) + to] = probability;
        _transposed[(to * Stride) + from] = probability;
    }
}
