using Aligner.Core.Corpora;

namespace Aligner.Tokenization.Units;

/// <summary>How the pairs of a text are read.</summary>
/// <param name="Source">The source side.</param>
/// <param name="Target">The target side.</param>
public sealed record TextLayout(SideLayout Source, SideLayout Target)
{
    /// <summary>Whether on both sides links count the words between blanks, and these are the tokens.</summary>
    public bool IsPlain => Source.IsPlain && Target.IsPlain;

    /// <summary>Splits a pair.</summary>
    public SplitPair Split(SentencePair pair) =>
        new(pair.Line, SplitLine.Of(pair.Source, Source), SplitLine.Of(pair.Target, Target));
}
