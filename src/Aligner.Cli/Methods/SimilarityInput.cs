using Aligner.Cli.Commands;
using Aligner.Cli.Output;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Methods;

/// <summary>A bitext for methods that do not learn from it: read as it is needed, or some of it ahead.</summary>
/// <param name="reader">The bitext; closed at the end.</param>
/// <param name="split">How lines become tokens.</param>
/// <param name="maxLength">Pairs with more tokens on a side are not aligned.</param>
/// <param name="cancellation">Looked at between pairs.</param>
internal sealed class SimilarityInput(
    BitextReader reader,
    Func<SentencePair, TokenizedPair> split,
    int maxLength,
    CancellationToken cancellation) : IDisposable
{
    private static readonly TokenizedPair Empty = new([], []);

    private readonly List<TokenizedPair> _ahead = [];
    private int _emptyPairs;
    private int _overlongPairs;

    /// <summary>Reads the first <paramref name="count"/> pairs, which <see cref="Items"/> gives again.</summary>
    /// <returns>The pairs, those emptied that are not to be aligned.</returns>
    public IReadOnlyList<TokenizedPair> ReadAhead(int count)
    {
        while (_ahead.Count < count && Read() is TokenizedPair pair)
        {
            _ahead.Add(pair);
        }

        return [.. _ahead.Select(Alignable)];
    }

    /// <summary>All pairs, once: those to align, empty if they are not to be, and all their tokens.</summary>
    public IEnumerable<(TokenizedPair Pair, TokenizedPair Tokens)> Items()
    {
        foreach (TokenizedPair pair in _ahead)
        {
            yield return Count(pair);
        }

        while (Read() is TokenizedPair pair)
        {
            yield return Count(pair);
        }
    }

    /// <summary>Warns of the pairs that <see cref="Items"/> gave empty.</summary>
    public void Warn(Messages messages) => LeftOut.Warn(messages, _emptyPairs, _overlongPairs, maxLength);

    public void Dispose() => reader.Dispose();

    private static bool IsEmpty(TokenizedPair pair) => pair.Source.Count == 0 || pair.Target.Count == 0;

    private TokenizedPair? Read()
    {
        cancellation.ThrowIfCancellationRequested();
        return reader.Read() is SentencePair pair ? split(pair) : null;
    }

    private bool IsOverlong(TokenizedPair pair) => Math.Max(pair.Source.Count, pair.Target.Count) > maxLength;

    private TokenizedPair Alignable(TokenizedPair pair) => IsEmpty(pair) || IsOverlong(pair) ? Empty : pair;

    private (TokenizedPair Pair, TokenizedPair Tokens) Count(TokenizedPair pair)
    {
        _emptyPairs += IsEmpty(pair) ? 1 : 0;
        _overlongPairs += !IsEmpty(pair) && IsOverlong(pair) ? 1 : 0;
        return (Alignable(pair), pair);
    }
}
