using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The working memory of a pair of n source and m target words whose directions agree: what the kernels read by whole
/// rows, as long as those of the forward lattice. Buffers grow to the longest pair and are reused.
/// </summary>
internal sealed class AgreementRows
{
    private float[] _reverse = [];
    private float[] _forwardNull = [];
    private float[] _reverseNull = [];
    private int _n;
    private int _m;
    private int _stride;

    /// <summary>What the reverse lattice holds, in the rows of the forward one.</summary>
    public Span<float> Reverse => _reverse.AsSpan(0, _m * _stride);

    /// <summary>Posterior of NULL for each target word.</summary>
    public Span<float> ForwardNull => _forwardNull.AsSpan(0, _m);

    /// <summary>Posterior of NULL for each source word.</summary>
    public Span<float> ReverseNull => _reverseNull.AsSpan(0, _n);

    /// <summary>Cells j·n + i on which both directions agree.</summary>
    public List<(int Cell, float Posterior)> Agreed { get; } = [];

    /// <summary>Makes room for the pair of a lattice.</summary>
    public void Resize(Lattice forward)
    {
        (_n, _m, _stride) = (forward.SourceLength, forward.TargetLength, forward.Stride);
        Grow(ref _reverse, _m * _stride);
        Grow(ref _forwardNull, _m);
        Grow(ref _reverseNull, _n);
    }

    private static void Grow(ref float[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new float[Math.Max(length, 2 * buffer.Length)];
        }
    }
}
