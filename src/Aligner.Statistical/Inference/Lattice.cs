using Aligner.Core.Alignments;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Inference;

/// <summary>
/// The working memory of one thread for one sentence pair of n source and m target words: lexical probabilities in,
/// link posteriors out. Buffers grow to the longest pair and are reused.
/// </summary>
/// <remarks>
/// A matrix has m rows, one a target word, of <see cref="Stride"/> columns: n + 1 states padded to whole vectors.
/// Columns from n on hold zero.
/// </remarks>
public sealed class Lattice
{
    private const int Padding = 16;

    private float[] _emissions = [];
    private float[] _posteriors = [];
    private float[] _occupied = [];
    private float[] _outgoing = [];
    private float[] _nullEmissions = [];
    private float[] _scales = [];
    private float[] _state = [];
    private float[] _transitions = [];
    private int[] _backPointers = [];
    private int[] _links = [];

    /// <summary>n: the number of source words.</summary>
    public int SourceLength { get; private set; }

    /// <summary>m: the number of target words.</summary>
    public int TargetLength { get; private set; }

    /// <summary>Columns of a matrix row.</summary>
    public int Stride { get; private set; }

    /// <summary>t(f_j|e_i) in row j, column i.</summary>
    public Span<float> Emissions => _emissions.AsSpan(0, TargetLength * Stride);

    /// <summary>t(f_j|NULL) of each target word.</summary>
    public Span<float> NullEmissions => _nullEmissions.AsSpan(0, TargetLength);

    /// <summary>p(a_j = i | e, f) in row j, column i; what a row lacks to 1 is NULL's.</summary>
    public Span<float> Posteriors => _posteriors.AsSpan(0, TargetLength * Stride);

    /// <summary>State probabilities of a sequence model, m rows.</summary>
    public Span<float> Occupied => Grown(ref _occupied, TargetLength * Stride);

    /// <summary>Backward weights of a sequence model, m rows.</summary>
    public Span<float> Outgoing => Grown(ref _outgoing, TargetLength * Stride);

    /// <summary>Scaling factor of each target word.</summary>
    public Span<float> Scales => Grown(ref _scales, TargetLength);

    /// <summary>One row of states.</summary>
    public Span<float> State => Grown(ref _state, Stride);

    /// <summary>Expected transitions, n + 1 rows.</summary>
    public Span<float> Transitions => Grown(ref _transitions, (SourceLength + 1) * Stride);

    /// <summary>Best predecessors, m rows.</summary>
    public Span<int> BackPointers => Grown(ref _backPointers, TargetLength * Stride);

    /// <summary>The chosen source word of each target word.</summary>
    public Span<int> Links => Grown(ref _links, TargetLength);

    /// <summary>The row length for n source words.</summary>
    public static int StrideFor(int n) => (n + Padding) / Padding * Padding;

    /// <summary>Makes room for a pair; all its emissions are 1.</summary>
    public void Resize(int sourceLength, int targetLength)
    {
        SourceLength = sourceLength;
        TargetLength = targetLength;
        Stride = StrideFor(sourceLength);
        Grown(ref _posteriors, targetLength * Stride);
        Grown(ref _nullEmissions, targetLength).Fill(1);
        Span<float> emissions = Grown(ref _emissions, targetLength * Stride);
        emissions.Clear();
        for (int j = 0; j < targetLength; j++)
        {
            emissions.Slice(j * Stride, sourceLength).Fill(1);
        }
    }

    /// <summary>Turns emissions that are products of some tables' into their geometric means.</summary>
    public void TakeRoot(int tables)
    {
        if (tables > 1)
        {
            Roots.Take(Emissions, tables);
            Roots.Take(NullEmissions, tables);
        }
    }

    /// <summary>Emissions that make a link the only one of its words.</summary>
    /// <param name="link">A link of the pair, its source word the one that generates.</param>
    public void SetOnly(Link link)
    {
        (int i, int target) = link;
        for (int j = 0; j < TargetLength; j++)
        {
            _emissions[(j * Stride) + i] = 0;
        }

        _emissions.AsSpan(target * Stride, SourceLength).Clear();
        _emissions[(target * Stride) + i] = 1;
        _nullEmissions[target] = 0;
    }

    /// <summary>Posterior of NULL for target word j.</summary>
    public float NullPosterior(int j)
    {
        float linked = 0;
        foreach (float posterior in Posteriors.Slice(j * Stride, SourceLength))
        {
            linked += posterior;
        }

        return Math.Max(0, 1 - linked);
    }

    private static Span<T> Grown<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[Math.Max(length, buffer.Length * 2)];
        }

        return buffer.AsSpan(0, length);
    }
}
