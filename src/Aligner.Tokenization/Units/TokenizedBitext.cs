using Aligner.Core.Corpora;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>
/// Reads a bitext as tokens. The first lines of each side choose how it is read, where the options leave it open.
/// </summary>
public sealed class TokenizedBitext : IDisposable
{
    /// <summary>Pairs that are looked at.</summary>
    public const int SampleSize = 500;

    private readonly BitextReader _reader;
    private readonly TextOptions _text;
    private readonly bool _answersAtOnce;
    private readonly Action<TextLayout>? _hear;
    private readonly SideDetector _source;
    private readonly SideDetector _target;
    private readonly Queue<SentencePair> _ahead = [];
    private TextLayout? _layout;
    private int _seen;
    private PairRange _part = PairRange.All;
    private long _next;

    /// <param name="reader">The bitext; closed at the end.</param>
    /// <param name="text">The tokenizers.</param>
    /// <param name="units">The subword pieces, and what links count.</param>
    /// <param name="answersAtOnce">
    /// Whether each pair is needed before the next is read. The pairs up to it then decide how it is read, and none
    /// after it.
    /// </param>
    /// <param name="hear">Told the layout when it is first chosen, and when it changes.</param>
    /// <exception cref="ArgumentException">An option names what there is not.</exception>
    public TokenizedBitext(
        BitextReader reader,
        TextOptions text,
        UnitOptions units,
        bool answersAtOnce = false,
        Action<TextLayout>? hear = null)
    {
        text.Validate();
        units.Validate();
        _reader = reader;
        _text = text;
        _answersAtOnce = answersAtOnce;
        _hear = hear;
        _source = new SideDetector(text.SourceTokenizer, units);
        _target = new SideDetector(text.TargetTokenizer, units);
    }

    /// <summary>What error messages call the bitext.</summary>
    public string Name => _reader.Name;

    /// <summary>How the pairs read so far were read, or how the first will be.</summary>
    /// <exception cref="Core.DataException">A line breaks the format.</exception>
    public TextLayout Layout
    {
        get
        {
            if (_layout is null)
            {
                LookAhead();
            }

            return _layout!;
        }
    }

    /// <summary>The options with the tokenizers that were chosen.</summary>
    /// <inheritdoc cref="Layout" path="/exception" />
    public TextOptions Text => _text with
    {
        SourceTokenizer = Layout.Source.Tokenizer.Name,
        TargetTokenizer = Layout.Target.Tokenizer.Name,
    };

    private bool NeedsPairs => _source.NeedsLines || _target.NeedsLines;

    /// <summary>
    /// Reads a part of the text alone, as it is read in the whole: the first pairs of the whole choose how. To be
    /// called before the first pair is read. A broken line before the part is an error if it is among these first
    /// pairs, and is passed over otherwise.
    /// </summary>
    public TokenizedBitext Narrow(PairRange part)
    {
        _part = part;
        return this;
    }

    /// <summary>Reads the next pair, or null at the end.</summary>
    /// <exception cref="Core.DataException">A line breaks the format.</exception>
    public SplitPair? Read()
    {
        while (_next < _part.Start && Skip())
        {
            _next++;
        }

        return _next++ < _part.End ? ReadNext() : null;
    }

    private SplitPair? ReadNext()
    {
        if (_answersAtOnce)
        {
            SentencePair? next = _reader.Read();
            Look(next);
            return next is null ? null : Layout.Split(next);
        }

        TextLayout layout = Layout;
        SentencePair? pair = _ahead.TryDequeue(out SentencePair? first) ? first : _reader.Read();
        return pair is null ? null : layout.Split(pair);
    }

    /// <summary>The pairs to the end.</summary>
    /// <inheritdoc cref="Read" path="/exception" />
    public IEnumerable<SplitPair> ReadAll()
    {
        while (Read() is { } pair)
        {
            yield return pair;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private bool Skip()
    {
        if (_answersAtOnce)
        {
            return NeedsPairs && _seen < SampleSize ? ReadNext() is not null : _reader.Skip();
        }

        _ = Layout;
        return _ahead.TryDequeue(out _) || _reader.Skip();
    }

    private void LookAhead()
    {
        while (!_answersAtOnce && NeedsPairs && _seen < SampleSize && _reader.Read() is { } pair)
        {
            _ahead.Enqueue(pair);
            Add(pair);
        }

        Choose();
    }

    private void Look(SentencePair? pair)
    {
        if (pair is not null && NeedsPairs && _seen < SampleSize)
        {
            Add(pair);
            Choose();
        }
    }

    private void Add(SentencePair pair)
    {
        _seen++;
        _source.Add(pair.Source);
        _target.Add(pair.Target);
    }

    private void Choose()
    {
        TextLayout chosen = new(_source.Decide(), _target.Decide());
        if (chosen != _layout)
        {
            _layout = chosen;
            _hear?.Invoke(chosen);
        }
    }
}
