using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;

namespace Aligner.Statistical.Training;

/// <summary>What training gives.</summary>
/// <param name="Models">The models of both directions.</param>
/// <param name="Sampled">What a sampler saw of the text itself; null if none ran.</param>
public sealed record TrainedDirections(DirectionalModels Models, SampledLinks? Sampled = null);
