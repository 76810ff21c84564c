using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;

namespace Aligner.Combination.Tests;

/// <summary>Networks that can be reckoned with by hand.</summary>
internal static class Linear
{
    /// <summary>A network whose log-odds are a sum of features.</summary>
    /// <param name="experts">The experts of the evidence.</param>
    /// <param name="bias">What is added.</param>
    /// <param name="direct">Features and their weights.</param>
    public static LinkNetwork Network(
        IReadOnlyList<Expert> experts, float bias, params (string Feature, float Weight)[] direct)
    {
        string[] names = [.. new LinkFeatures(experts).Names];
        LinkNetwork network = new()
        {
            Features = names,
            Weights = new float[names.Length],
            HiddenBiases = [0],
            Output = [0],
            Direct = new float[names.Length],
            Bias = bias,
        };
        foreach ((string feature, float weight) in direct)
        {
            network.Direct[Array.IndexOf(names, feature)] = weight;
        }

        return network;
    }
}
