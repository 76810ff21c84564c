using Aligner.Combination.Networks;
using Aligner.Core.Evaluation;

namespace Aligner.Fitting;

/// <summary>A network that was adapted to gold links.</summary>
/// <param name="Network">The network, adapted to all of them.</param>
/// <param name="Strength">The strength of the prior that cross-validation chose.</param>
/// <param name="Before">The links of the network as it was, against the gold links.</param>
/// <param name="After">
/// The links of networks adapted to the other folds, each against the gold links of the fold left out.
/// </param>
public sealed record AdaptedNetwork(LinkNetwork Network, double Strength, LinkCounts Before, LinkCounts After);
