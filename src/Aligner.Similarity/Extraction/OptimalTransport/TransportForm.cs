namespace Aligner.Similarity.Extraction.OptimalTransport;

/// <summary>How strictly a transport plan keeps to the masses of the words.</summary>
internal enum TransportForm
{
    /// <summary>All mass of every word is moved: no word stays unlinked of itself.</summary>
    Balanced,

    /// <summary>A fixed fraction of the mass is moved, and no word gives or takes more than it has.</summary>
    Partial,

    /// <summary>Words may give and take more or less than they have, at the price of a KL divergence.</summary>
    Unbalanced,
}
