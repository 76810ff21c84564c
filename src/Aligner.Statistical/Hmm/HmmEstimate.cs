using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Hmm;

/// <summary>The HMMs of both directions as training leaves them, with the text that they were trained on.</summary>
/// <param name="lexicon">The lexicon of all factors.</param>
/// <param name="pass">Passes over the text.</param>
/// <param name="frame">All but the lexicons.</param>
internal sealed class HmmEstimate(SharedLexicon lexicon, AgreementPass pass, HmmFrame frame)
{
    /// <summary>All but the lexicons.</summary>
    public HmmFrame Frame => frame;

    /// <summary>Calls an action with the posteriors of both directions of each pair, several at once.</summary>
    public void Visit(Action<int, Lattice, Lattice> action) => pass.Visit((pair, forward, reverse) =>
    {
        HmmInference.Posteriors(forward, frame.Forward);
        HmmInference.Posteriors(reverse, frame.Reverse);
        action(pair, forward, reverse);
    });

    /// <summary>The models with tables to look words up.</summary>
    public DirectionalModels ToModels()
    {
        IReadOnlyList<(LexicalTable Forward, LexicalTable Reverse)> tables = lexicon.ToTables();
        return frame.With(
            new FactoredLexicon([.. tables.Select(table => table.Forward)]),
            new FactoredLexicon([.. tables.Select(table => table.Reverse)]));
    }
}

/// <summary>The results of training, except the lexicons.</summary>
/// <param name="Corpus">The text.</param>
/// <param name="Priors">Pseudo-counts of word pairs that are known.</param>
/// <param name="Cognates">Pseudo-counts of words that are spelled alike.</param>
/// <param name="Factoring">The factors of the words.</param>
/// <param name="Forward">Jumps and p0 of the forward direction.</param>
/// <param name="Reverse">Jumps and p0 of the reverse direction.</param>
internal sealed record HmmFrame(
    ParallelCorpus Corpus,
    IReadOnlyList<WordPairCount> Priors,
    IReadOnlyList<WordPairCount> Cognates,
    Factoring Factoring,
    JumpTable Forward,
    JumpTable Reverse)
{
    /// <summary>The models with these lexicons.</summary>
    public DirectionalModels With(FactoredLexicon forward, FactoredLexicon reverse) =>
        new(new HmmModel(forward, Forward), new HmmModel(reverse, Reverse), Factoring);
}
