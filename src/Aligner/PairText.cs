using Aligner.Tokenization.Words;

namespace Aligner;

/// <summary>A sentence pair to link on its own.</summary>
/// <param name="Source">A sentence.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Units">What its links count, where the options of the aligner do not say; null for what suits the text.
/// </param>
public sealed record PairText(string Source, string Target, LinkUnits? Units = null);
