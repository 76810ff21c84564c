using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>A sentence pair as tokens and as the units that links count.</summary>
/// <param name="Line">1-based line in the input.</param>
/// <param name="Source">The source side.</param>
/// <param name="Target">The target side.</param>
public sealed record SplitPair(long Line, SplitLine Source, SplitLine Target)
{
    /// <summary>Whether links count the words between blanks, and these are the tokens.</summary>
    public bool IsPlain => Source.IsPlain && Target.IsPlain;

    /// <summary>What aligners see.</summary>
    public TokenizedPair Tokens { get; } = new(Source.Tokens, Target.Tokens);

    /// <summary>What links count.</summary>
    public TokenizedPair Units => Source.Map is null && Target.Map is null ? Tokens : new(Source.Units, Target.Units);

    /// <summary>Where the units stand in the lines.</summary>
    public PairCharacters Characters => new(Source.Characters(), Target.Characters());

    /// <summary>What a kind of units of each side counts, as strings.</summary>
    public TokenizedPair UnitsOf(LinkUnits source, LinkUnits target) =>
        new(Source.UnitsOf(source), Target.UnitsOf(target));

    /// <summary>Where this stands in the lines.</summary>
    public PairCharacters CharactersOf(LinkUnits source, LinkUnits target) =>
        new(Source.CharactersOf(source), Target.CharactersOf(target));

    /// <summary>The links of tokens as links of units.</summary>
    public ScoredAlignment Lift(ScoredAlignment alignment) => UnitLinks.Lift(alignment, Source.Map, Target.Map);
}
