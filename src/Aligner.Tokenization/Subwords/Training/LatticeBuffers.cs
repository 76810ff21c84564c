namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Room for the lattice of one run; grows as needed.</summary>
internal sealed class LatticeBuffers
{
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scales = [];
    private int[] _pieces = [];
    private int[] _starts = [];

    /// <summary>A number for each place, 0.</summary>
    public Span<double> Forward(int size) => Take(ref _forward, size, 0.0);

    /// <summary>A number for each place, 0.</summary>
    public Span<double> Backward(int size) => Take(ref _backward, size, 0.0);

    /// <summary>A number for each place, 1.</summary>
    public Span<double> Scales(int size) => Take(ref _scales, size, 1.0);

    /// <summary>A score for each place, the least there is.</summary>
    public Span<double> Best(int size) => Take(ref _forward, size, double.NegativeInfinity);

    /// <summary>An id for each place.</summary>
    public Span<int> Pieces(int size) => Take(ref _pieces, size, 0);

    /// <summary>A place for each place.</summary>
    public Span<int> Starts(int size) => Take(ref _starts, size, 0);

    private static Span<T> Take<T>(ref T[] buffer, int size, T value)
    {
        if (buffer.Length < size)
        {
            buffer = new T[Math.Max(size, buffer.Length * 2)];
        }

        Span<T> taken = buffer.AsSpan(0, size);
        taken.Fill(value);
        return taken;
    }
}
