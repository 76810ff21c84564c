using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>The HMMs of both directions as training leaves them, with the text that they were trained on.</summary>
/// <param name="corpus">The text.</param>
/// <param name="cognates">Pseudo-counts of words that are spelled alike, by entry.</param>
/// <param name="lexicons">The lexicon of each factor.</param>
/// <param name="pass">Passes over the text.</param>
/// <param name="jumps">All but the lexicons.</param>
internal sealed class HmmEstimate(
    IndexedCorpus corpus,
    IReadOnlyList<(int Entry, float Count)> cognates,
    IReadOnlyList<SharedLexicon> lexicons,
    AgreementPass pass,
    HmmJumps jumps)
{
    /// <summary>The text by its words alone.</summary>
    public IndexedCorpus Words { get; } = corpus.OfWords();

    /// <summary>Pseudo-counts of words that are spelled alike, by entry.</summary>
    public IReadOnlyList<(int Entry, float Count)> Cognates => cognates;

    /// <summary>All but the lexicons.</summary>
    public HmmJumps Jumps => jumps;

    /// <summary>Hands out the posteriors of both directions of each pair, several at once.</summary>
    public void Visit(Action<int, Lattice, Lattice> sink) => pass.Visit((pair, forward, reverse) =>
    {
        HmmInference.Posteriors(forward, jumps.Forward);
        HmmInference.Posteriors(reverse, jumps.Reverse);
        sink(pair, forward, reverse);
    });

    /// <summary>The models with tables to look words up.</summary>
    public DirectionalModels ToModels()
    {
        (LexicalTable Forward, LexicalTable Reverse)[] tables = [.. lexicons.Select(lexicon => lexicon.ToTables())];
        return jumps.With(
            new FactoredLexicon([.. tables.Select(table => table.Forward)]),
            new FactoredLexicon([.. tables.Select(table => table.Reverse)]));
    }
}

/// <summary>What the HMMs of both directions are but for their lexicons.</summary>
/// <param name="Factoring">The factors of the words.</param>
/// <param name="Forward">Jumps and p0 of the forward direction.</param>
/// <param name="Reverse">Jumps and p0 of the reverse direction.</param>
internal sealed record HmmJumps(Factoring Factoring, JumpTable Forward, JumpTable Reverse)
{
    /// <summary>The models with these lexicons.</summary>
    public DirectionalModels With(FactoredLexicon forward, FactoredLexicon reverse) =>
        new(new HmmModel(forward, Forward), new HmmModel(reverse, Reverse), Factoring);
}
