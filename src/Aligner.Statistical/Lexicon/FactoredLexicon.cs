using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// One lexical table for each factor of the words. A word pair has the geometric mean of what the tables give it: a
/// log-linear combination with equal weights, in which coarse spellings speak for words too rare to be known.
/// </summary>
/// <param name="tables">The tables, that of the words themselves first.</param>
public sealed class FactoredLexicon(IReadOnlyList<LexicalTable> tables)
{
    /// <summary>The tables, that of the words themselves first.</summary>
    public IReadOnlyList<LexicalTable> Tables => tables;

    /// <summary>Whether there is a table for each factor, with a row for each of its values.</summary>
    internal bool Fits(IReadOnlyList<Vocabulary> sources, IReadOnlyList<Vocabulary> targets) =>
        tables.Count == sources.Count
        && tables.Select((table, k) => table.Fits(sources[k], targets[k])).All(fits => fits);

    /// <summary>Fills a lattice with the lexical probabilities of a pair.</summary>
    public void Emit(EncodedSentence source, EncodedSentence target, Lattice lattice)
    {
        lattice.Resize(source.Length, target.Length);
        for (int k = 0; k < tables.Count; k++)
        {
            tables[k].Multiply(source.Factors[k].Span, target.Factors[k].Span, lattice);
        }

        lattice.TakeRoot(tables.Count);
    }
}
