using System.Runtime.InteropServices;

namespace Aligner.Combination.Networks;

/// <summary>Labeled candidate links.</summary>
/// <param name="features">The names of the features of each.</param>
internal sealed class LinkExamples(IReadOnlyList<string> features)
{
    private readonly List<float> _values = [];
    private readonly List<float> _targets = [];
    private readonly List<float> _weights = [];

    /// <summary>The names of the features of each.</summary>
    public IReadOnlyList<string> Features => features;

    /// <summary>The number of examples.</summary>
    public int Count => _targets.Count;

    /// <summary>The number of features of each.</summary>
    public int Width => features.Count;

    /// <summary>The features of an example.</summary>
    public ReadOnlySpan<float> Values(int example) =>
        CollectionsMarshal.AsSpan(_values).Slice(example * Width, Width);

    /// <summary>1 for sure links, ½ for possible ones, 0 for others.</summary>
    public float Target(int example) => _targets[example];

    /// <summary>The weight of an example.</summary>
    public float Weight(int example) => _weights[example];

    /// <summary>Adds an example.</summary>
    /// <param name="values">Its features.</param>
    /// <param name="target">1 for sure links, ½ for possible ones, 0 for others.</param>
    /// <param name="weight">Its weight.</param>
    public void Add(ReadOnlySpan<float> values, float target, float weight)
    {
        _values.AddRange(values);
        _targets.Add(target);
        _weights.Add(weight);
    }
}
