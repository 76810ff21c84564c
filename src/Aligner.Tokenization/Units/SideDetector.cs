using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>Takes the lines of one side for what their blanks, punctuation and marks of subword pieces tell.</summary>
internal sealed class SideDetector
{
    private static readonly WhitespaceTokenizer Blanks = new();

    private readonly string _tokenizer;
    private readonly UnitOptions _options;
    private readonly int[] _marked = new int[PieceConventions.All.Count];
    private readonly List<string> _lines = [];
    private int _pieces;
    private PieceConvention? _convention;
    private PunctuationEvidence _punctuation;
    private BlankEvidence _blanks;
    private int _read;

    /// <param name="tokenizer">The name of a tokenizer, or <see cref="Tokenizers.Auto"/>.</param>
    /// <param name="options">What is asked for.</param>
    public SideDetector(string tokenizer, UnitOptions options) => (_tokenizer, _options) = (tokenizer, options);

    /// <summary>Whether lines change what <see cref="Decide"/> says.</summary>
    public bool NeedsLines => DetectsTokenizer || DetectsPieces;

    private bool DetectsTokenizer => _tokenizer == Tokenizers.Auto;

    private bool DetectsPieces =>
        _options.Subwords is null ? DetectsTokenizer : _options.Subwords == PieceConventions.Auto;

    /// <summary>Looks at a line.</summary>
    public void Add(string line)
    {
        _lines.Add(line);
        List<TokenSpan> words = [];
        Blanks.Tokenize(line, words);
        _pieces += words.Count;
        foreach (TokenSpan word in words)
        {
            for (int k = 0; k < _marked.Length; k++)
            {
                _marked[k] += PieceConventions.All[k].IsMarked(line.AsSpan(word.Start, word.Length)) ? 1 : 0;
            }
        }
    }

    /// <summary>How lines like those that were seen are to be read.</summary>
    public SideLayout Decide()
    {
        PieceConvention? pieces = DetectsPieces
            ? PieceConventions.All.Index()
                .FirstOrDefault(entry => _marked[entry.Index] > entry.Item.LeastShare * _pieces).Item
            : PieceConventions.Get(_options.Subwords ?? PieceConventions.None);
        TextKind? kind = DetectsTokenizer ? Kind(pieces) : null;
        TokenizerEntry tokenizer = Tokenizers.Entry(kind switch
        {
            null => _tokenizer,
            TextKind.Raw => "raw",
            TextKind.WithoutBlanks => "icu",
            _ => "none",
        });
        SideLayout layout = new(kind, tokenizer, pieces, LinkUnits.Tokens);
        return layout with { Units = _options.Units ?? layout.DefaultUnits };
    }

    private TextKind Kind(PieceConvention? convention)
    {
        if (convention != _convention)
        {
            (_convention, _punctuation, _blanks, _read) = (convention, default, default, 0);
        }

        for (; _read < _lines.Count; _read++)
        {
            ReadWords(convention?.Spell(_lines[_read]).Text ?? _lines[_read]);
        }

        bool isRaw = _punctuation.Attached > _punctuation.Detached;
        return _blanks.IsOfSuchScript && (isRaw || _blanks.HasLongRuns) ? TextKind.WithoutBlanks
            : isRaw ? TextKind.Raw
            : TextKind.Tokenized;
    }

    private void ReadWords(string text)
    {
        List<TokenSpan> words = [];
        Blanks.Tokenize(text, words);
        for (int k = 0; k < words.Count; k++)
        {
            ReadOnlySpan<char> word = text.AsSpan(words[k].Start, words[k].Length);
            _punctuation.Add(word, isLast: k == words.Count - 1);
            _blanks.Add(word);
        }
    }
}
