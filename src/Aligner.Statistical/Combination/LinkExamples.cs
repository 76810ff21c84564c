using System.Runtime.InteropServices;

namespace Aligner.Statistical.Combination;

/// <summary>Possible links of which is known whether they are links.</summary>
/// <param name="width">The number of features of each.</param>
internal sealed class LinkExamples(int width)
{
    private readonly List<float> _features = [];
    private readonly List<float> _targets = [];
    private readonly List<float> _weights = [];

    /// <summary>The number of examples.</summary>
    public int Count => _targets.Count;

    /// <summary>The number of features of each.</summary>
    public int Width => width;

    /// <summary>The features of an example.</summary>
    public ReadOnlySpan<float> Features(int example) =>
        CollectionsMarshal.AsSpan(_features).Slice(example * width, width);

    /// <summary>1 for sure links, ½ for possible ones, 0 for others.</summary>
    public float Target(int example) => _targets[example];

    /// <summary>How much an example counts.</summary>
    public float Weight(int example) => _weights[example];

    /// <summary>Adds an example.</summary>
    public void Add(ReadOnlySpan<float> features, float target, float weight)
    {
        _features.AddRange(features);
        _targets.Add(target);
        _weights.Add(weight);
    }
}
