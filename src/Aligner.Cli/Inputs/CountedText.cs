using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Inputs;

/// <summary>A text, and links that count its words, tokens or characters before and after.</summary>
/// <param name="text">The text.</param>
/// <param name="skipped">Told of pairs whose links or words do not fit; null if they end the run.</param>
internal sealed class CountedText(TokenizedBitext text, Action<BrokenLineException>? skipped)
{
    /// <summary>What the links of the input count; null for what suits the text.</summary>
    public LinkUnits? From { get; init; }

    /// <summary>Whether links are written as spans of characters.</summary>
    public bool ShowsCharacters { get; init; }

    /// <summary>Whether the output has room for the places of words beside them.</summary>
    public bool ShowsPlaces { get; init; }

    private LinkUnits Source => From ?? text.Layout.Source.DefaultUnits;

    private LinkUnits Target => From ?? text.Layout.Target.DefaultUnits;

    /// <summary>Brings the pairs together with their links, and these with what they count.</summary>
    /// <exception cref="DataException">
    /// While iterating: the words differ, or one input goes on where the other has ended.
    /// </exception>
    public IEnumerable<(SplitPair Pair, AnnotatedAlignment Links)> Join(NamedInput<AnnotatedAlignment> links)
    {
        using (text)
        {
            NamedInput<SplitPair> pairs = new(text.Name, text.ReadAll());
            foreach ((SplitPair Pair, AnnotatedAlignment Links) item in LinkedWords.Join(
                pairs,
                pair => pair.UnitsOf(Source, Target),
                links,
                skipped,
                CharactersOf))
            {
                yield return (item.Pair, LinkedWords.Inside(links.Name, item.Pair.Line, item.Links, skipped));
            }
        }
    }

    /// <summary>Where what the links of the input count stands.</summary>
    public PairCharacters CharactersOf(SplitPair pair) => pair.CharactersOf(Source, Target);

    /// <summary>Makes links of what the input counts links of what the output counts, with the words.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="links">Its links, all of which lie inside.</param>
    public AnnotatedAlignment Lift(SplitPair pair, AnnotatedAlignment links) =>
        UnitLinks.Lift(links, pair.Source.MapFrom(Source), pair.Target.MapFrom(Target)) with
        {
            Tokens = pair.Units,
            Characters = ShowsCharacters || (ShowsPlaces && !pair.IsPlain) ? pair.Characters : null,
        };
}
