namespace Aligner.Combination.Features;

/// <summary>Writes one feature after the other.</summary>
/// <param name="features">Where they go.</param>
internal ref struct FeatureWriter(Span<float> features)
{
    private readonly Span<float> _features = features;
    private int _count;

    public void Add(float value) => _features[_count++] = value;

    public void Add(bool value) => Add(value ? 1 : 0);
}
