namespace Aligner.Statistical.Inference;

/// <summary>
/// Viterbi for models whose links do not depend on each other: the best posterior of each target word.
/// </summary>
internal static class PositionwiseDecoder
{
    /// <param name="lattice">A lattice with posteriors.</param>
    /// <param name="links">Receives for each target word its source word, or −1 for NULL; ties go to the first.</param>
    public static void Decode(Lattice lattice, Span<int> links)
    {
        for (int j = 0; j < links.Length; j++)
        {
            float best = lattice.NullPosterior(j);
            links[j] = -1;
            ReadOnlySpan<float> row = lattice.Posteriors.Slice(j * lattice.Stride, lattice.SourceLength);
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] > best)
                {
                    best = row[i];
                    links[j] = i;
                }
            }
        }
    }
}
