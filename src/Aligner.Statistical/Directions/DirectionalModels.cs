using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Directions;

/// <summary>The models of both directions.</summary>
/// <param name="Forward">Generates target words from source words.</param>
/// <param name="Reverse">Generates source words from target words.</param>
/// <param name="Factoring">The factors by which both know words.</param>
public sealed record DirectionalModels(IDirectionalModel Forward, IDirectionalModel Reverse, Factoring Factoring)
{
    /// <summary>Whether the lexicons have a table for each factor, with a row for each of its values.</summary>
    internal bool LexiconsFit(Vocabulary source, Vocabulary target)
    {
        Vocabulary[] sources = [source, .. Factoring.Source.Select(factor => factor.Values)];
        Vocabulary[] targets = [target, .. Factoring.Target.Select(factor => factor.Values)];
        return Forward.Lexicon.Fits(sources, targets) && Reverse.Lexicon.Fits(targets, sources);
    }
}
