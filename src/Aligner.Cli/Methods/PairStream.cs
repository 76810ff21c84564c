using Aligner.Cli.Hosting;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Cli.Methods;

/// <summary>A bitext for aligners that do not learn from it: read as it is needed, or some of it ahead.</summary>
/// <param name="reader">The bitext; closed at the end.</param>
/// <param name="split">How lines become tokens.</param>
/// <param name="maxLength">Pairs with more tokens on a side are not aligned.</param>
/// <param name="cancellation">Looked at between pairs.</param>
internal sealed class PairStream(
    BitextReader reader,
    Func<SentencePair, TokenizedPair> split,
    int maxLength,
    CancellationToken cancellation) : IDisposable
{
    private static readonly TokenizedPair Empty = new([], []);

    private readonly List<TokenizedPair> _ahead = [];
    private int _emptyPairs;
    private int _overlongPairs;

    /// <summary>Reads the first <paramref name="count"/> pairs, which will be aligned too.</summary>
    /// <returns>The pairs, those emptied that are not to be aligned.</returns>
    public IReadOnlyList<TokenizedPair> ReadAhead(int count)
    {
        while (_ahead.Count < count && Read() is TokenizedPair pair)
        {
            _ahead.Add(pair);
        }

        return [.. _ahead.Select(Alignable)];
    }

    /// <summary>Aligns all pairs, writes and commits the output, and warns of pairs that were left out.</summary>
    public void Align(AlignRun run, IScoringWordAligner aligner, TextOutput output)
    {
        Queue<TokenizedPair> tokens = new();
        IEnumerable<ScoredAlignment> alignments = Items()
            .Chunk(run.IsLineBuffered ? 1 : AlignRun.BatchSize)
            .SelectMany(batch =>
            {
                if (run.WantsTokens)
                {
                    Array.ForEach(batch, item => tokens.Enqueue(item.Tokens));
                }

                return aligner.AlignWithScores([.. batch.Select(item => item.Pair)], cancellation);
            });
        run.Write(alignments, _ => run.WantsTokens ? tokens.Dequeue() : null, output);
        LeftOut.Warn(run.Context.Messages, _emptyPairs, _overlongPairs, maxLength);
    }

    public void Dispose() => reader.Dispose();

    private static bool IsEmpty(TokenizedPair pair) => pair.Source.Count == 0 || pair.Target.Count == 0;

    /// <summary>All pairs, once: those to align, empty if they are not to be, and all their tokens.</summary>
    private IEnumerable<(TokenizedPair Pair, TokenizedPair Tokens)> Items()
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
