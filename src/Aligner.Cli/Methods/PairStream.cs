using Aligner.Cli.Hosting;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Methods;

/// <summary>A bitext for aligners that do not learn from it: read as it is needed, or some of it ahead.</summary>
/// <param name="bitext">The bitext; closed at the end.</param>
/// <param name="maxLength">Pairs with more tokens on a side are not aligned.</param>
/// <param name="cancellation">Looked at between pairs.</param>
/// <param name="see">Told each pair; null, the default, for nobody.</param>
internal sealed class PairStream(
    TokenizedBitext bitext, int maxLength, CancellationToken cancellation, Action<TokenizedPair>? see = null)
    : IDisposable
{
    private static readonly TokenizedPair Empty = new([], []);

    private readonly List<SplitPair> _ahead = [];
    private int _emptyPairs;
    private int _overlongPairs;

    /// <summary>Reads the first <paramref name="count"/> pairs, which will be aligned too.</summary>
    /// <returns>The pairs, those emptied that are not to be aligned.</returns>
    public IReadOnlyList<TokenizedPair> ReadAhead(int count)
    {
        while (_ahead.Count < count && Read() is { } pair)
        {
            _ahead.Add(pair);
        }

        return [.. _ahead.Select(pair => Alignable(pair.Tokens))];
    }

    /// <summary>Aligns all pairs, writes and commits the output, and warns of pairs that were left out.</summary>
    public void Align(AlignRun run, IScoringWordAligner aligner, TextOutput output)
    {
        IEnumerable<(ScoredAlignment, SplitPair?)> alignments = Items()
            .Chunk(run.IsLineBuffered ? 1 : AlignRun.BatchSize)
            .SelectMany(batch => aligner.AlignWithScores([.. batch.Select(item => item.Pair)], cancellation)
                .Zip(batch, (alignment, item) => (item.Split.Lift(alignment), (SplitPair?)item.Split)));
        run.Write(alignments, output);
        LeftOut.Warn(run.Context.Messages, _emptyPairs, _overlongPairs, maxLength);
    }

    public void Dispose() => bitext.Dispose();

    private static bool IsEmpty(TokenizedPair pair) => pair.Source.Count == 0 || pair.Target.Count == 0;

    /// <summary>All pairs, once: what is to align of them, nothing if they are not to be, and the whole.</summary>
    private IEnumerable<(TokenizedPair Pair, SplitPair Split)> Items()
    {
        foreach (SplitPair pair in _ahead)
        {
            yield return Count(pair);
        }

        while (Read() is { } pair)
        {
            yield return Count(pair);
        }
    }

    private SplitPair? Read()
    {
        cancellation.ThrowIfCancellationRequested();
        return bitext.Read();
    }

    private bool IsOverlong(TokenizedPair pair) => Math.Max(pair.Source.Count, pair.Target.Count) > maxLength;

    private TokenizedPair Alignable(TokenizedPair pair) => IsEmpty(pair) || IsOverlong(pair) ? Empty : pair;

    private (TokenizedPair Pair, SplitPair Split) Count(SplitPair split)
    {
        TokenizedPair pair = split.Tokens;
        see?.Invoke(pair);
        _emptyPairs += IsEmpty(pair) ? 1 : 0;
        _overlongPairs += !IsEmpty(pair) && IsOverlong(pair) ? 1 : 0;
        return (Alignable(pair), split);
    }
}
