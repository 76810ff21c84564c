using Aligner.Core.Corpora;
using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>A line as the tokens that aligners see, and as the units that links count.</summary>
public sealed class SplitLine
{
    private static readonly WhitespaceTokenizer Blanks = new();

    private readonly string _line;
    private readonly SideLayout _layout;
    private readonly SpelledLine? _spelled;
    private readonly List<TokenSpan> _tokens = [];

    private SplitLine(string line, SideLayout layout)
    {
        _line = line;
        _layout = layout;
        _spelled = layout.Pieces?.Spell(line);
        layout.Tokenizer.Tokenizer.Tokenize(Text, _tokens);
        Tokens = Substrings(Text, _tokens);
        Map = layout.CountsTokens ? null : UnitMap.Of(_tokens, Spans(layout.Units));
    }

    /// <summary>Whether links count the words between blanks, and these are the tokens.</summary>
    public bool IsPlain => _layout.IsPlain;

    /// <summary>What aligners see.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>From tokens to units; null where the tokens are the units.</summary>
    public UnitMap? Map { get; }

    /// <summary>The number of units.</summary>
    public int UnitCount => Map?.UnitCount ?? _tokens.Count;

    /// <summary>The units as strings.</summary>
    public IReadOnlyList<string> Units => Map is null ? Tokens : UnitsOf(_layout.Units);

    /// <summary>The text that the tokens are spans of.</summary>
    private string Text => _spelled?.Text ?? _line;

    /// <summary>Splits a line.</summary>
    public static SplitLine Of(string line, SideLayout layout) => new(line, layout);

    /// <summary>The line as it came.</summary>
    public string Line => _line;

    /// <summary>Where the tokens stand in the line.</summary>
    public IReadOnlyList<TokenSpan> TokenPlaces => _spelled is null ? _tokens : Places(_spelled, _tokens);

    /// <summary>Where the units stand in the line, in code points.</summary>
    public CodePointSpan[] Characters() => CharactersOf(_layout.Units);

    /// <summary>Where what <paramref name="units"/> counts stands in the line, in code points.</summary>
    public CodePointSpan[] CharactersOf(LinkUnits units)
    {
        IReadOnlyList<TokenSpan> spans = Spans(units);
        return _spelled is null
            ? CodePoints.SpansOf(_line, spans)
            : CodePoints.SpansOf(_line, Places(_spelled, spans));
    }

    /// <summary>What <paramref name="units"/> counts, as strings.</summary>
    public IReadOnlyList<string> UnitsOf(LinkUnits units) => units == LinkUnits.Tokens && _spelled is not null
        ? Substrings(_line, _spelled.Places)
        : Substrings(Text, Spans(units));

    /// <summary>From what <paramref name="from"/> counts to what links count; null if that is the same.</summary>
    public UnitMap? MapFrom(LinkUnits from) =>
        from == _layout.Units ? null : UnitMap.Of(Spans(from), Spans(_layout.Units));

    /// <summary>The number of what <paramref name="units"/> counts.</summary>
    public int Count(LinkUnits units) => Spans(units).Count;

    /// <summary>From units to tokens.</summary>
    internal UnitMap ToTokens() => UnitMap.Of(Spans(_layout.Units), _tokens);

    /// <summary>The units as spans of the text.</summary>
    private IReadOnlyList<TokenSpan> Spans(LinkUnits units)
    {
        if (units == LinkUnits.Tokens && _spelled is not null)
        {
            return _spelled.Pieces;
        }

        if (units != LinkUnits.Words)
        {
            return _tokens;
        }

        List<TokenSpan> words = [];
        Blanks.Tokenize(Text, words);
        return words;
    }

    /// <summary>From the first to the last piece of each unit.</summary>
    private static TokenSpan[] Places(SpelledLine spelled, IReadOnlyList<TokenSpan> units)
    {
        UnitMap pieces = UnitMap.Of(units, spelled.Pieces);
        TokenSpan[] places = new TokenSpan[units.Count];
        for (int k = 0; k < places.Length; k++)
        {
            (int first, int end) = pieces[k];
            int start = spelled.Places[first].Start;
            places[k] = new TokenSpan(start, spelled.Places[end - 1].End - start);
        }

        return places;
    }

    private static string[] Substrings(string text, IReadOnlyList<TokenSpan> spans)
    {
        string[] strings = new string[spans.Count];
        for (int k = 0; k < strings.Length; k++)
        {
            strings[k] = text.Substring(spans[k].Start, spans[k].Length);
        }

        return strings;
    }
}
