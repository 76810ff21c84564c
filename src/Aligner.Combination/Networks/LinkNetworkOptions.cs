namespace Aligner.Combination.Networks;

/// <summary>How a network is fitted.</summary>
public sealed record LinkNetworkOptions
{
    /// <summary>Hidden units. Default 32.</summary>
    public int Units { get; init; } = 32;

    /// <summary>Passes over all examples. Default 6.</summary>
    public int Epochs { get; init; } = 6;

    /// <summary>Examples of a step. Default 1,024.</summary>
    public int BatchSize { get; init; } = 1024;

    /// <summary>The first step size of Adam, which falls to 0. Default 0.005.</summary>
    public double LearningRate { get; init; } = 0.005;

    /// <summary>
    /// The network is biased so that links whose probability by the examples is above this get one above ½: adding a
    /// link lowers the AER if it is right more often than (1 − AER) / 2. Default 0.45.
    /// </summary>
    public double Threshold { get; init; } = 0.45;

    /// <summary>Seed of the first weights and of the order of examples. Default 0.</summary>
    public int Seed { get; init; }
}
