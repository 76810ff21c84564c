using System.CommandLine;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Hosting;

/// <summary>What a family of methods is given to align one bitext.</summary>
internal sealed record AlignRun
{
    /// <summary>Pairs that are aligned together.</summary>
    public const int BatchSize = 2048;

    /// <summary>The command line.</summary>
    public required ParseResult Parsed { get; init; }

    /// <summary>Messages and cancellation.</summary>
    public required CommandContext Context { get; init; }

    /// <summary>Threads and seed.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>Whether the output is to show probabilities.</summary>
    public required bool WantsScores { get; init; }

    /// <summary>Whether the probabilities of words to have no link are asked for.</summary>
    public bool WantsNulls { get; init; }

    /// <summary>Whether what each expert says of the links is asked for.</summary>
    public bool Explains { get; init; }

    /// <summary>Whether the output is to show words.</summary>
    public required bool WantsTokens { get; init; }

    /// <summary>Whether the links appear on the terminal, where a progress bar would disturb them.</summary>
    public required bool WritesToTerminal { get; init; }

    /// <summary>What the format of the output does with the places of words.</summary>
    public required CharacterUse Characters { get; init; }

    /// <summary>Whether links are to be written as spans of characters.</summary>
    public bool CountsCharacters { get; init; }

    /// <summary>Whether the places of words are asked for, whatever the text.</summary>
    public bool WantsPlaces { get; init; }

    /// <summary>What links count where the command line does not say it; null for what suits the text.</summary>
    public LinkUnits? Units { get; init; }

    /// <summary>Whether the bitext is standard input and so can be read only once.</summary>
    public required bool ReadsStandardInput { get; init; }

    /// <summary>The part of the bitext to align; null, the default, for the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The method.</summary>
    public string Method { get; init; } = string.Empty;

    /// <summary>Whether the output shows more of a pair than its links.</summary>
    public bool NeedsPairs => WantsTokens || CountsCharacters || WantsPlaces;

    /// <summary>Whether each line is answered before the next is read.</summary>
    public bool IsLineBuffered { get; init; }

    /// <summary>Threads and cancellation.</summary>
    public ParallelOptions Parallel =>
        new() { MaxDegreeOfParallelism = Settings.Threads, CancellationToken = Context.Cancellation };

    /// <summary>Opens the bitext.</summary>
    public required Func<BitextReader> OpenInput { get; init; }

    /// <summary>Opens the output; to be called before the work begins, so that a bad path is known at once.</summary>
    public required Func<TextOutput> OpenOutput { get; init; }

    /// <summary>Writes alignments in the format of the command line, without committing.</summary>
    public required Action<IEnumerable<AnnotatedAlignment>, TextOutput> Format { get; init; }

    /// <summary>Writes and commits the links of all pairs.</summary>
    /// <param name="alignments">
    /// The links of each pair in order, as links of what is to be counted, and the pair where the output shows it.
    /// </param>
    /// <param name="output">Where they go.</param>
    /// <param name="count">How many pairs there are; 0 if that is not known.</param>
    public void Write(
        IEnumerable<(ScoredAlignment Links, SplitPair? Pair)> alignments, TextOutput output, int count = 0)
    {
        ProgressDisplay.Run(
            Context.Messages,
            progress =>
            {
                progress.Report(new ProgressStep("aligning pairs", 0, count));
                IEnumerable<AnnotatedAlignment> annotated = alignments.Select((item, pair) =>
                {
                    progress.Report(new ProgressStep("aligning pairs", pair + 1, count));
                    return Annotate(item.Links, item.Pair);
                });
                Format(IsLineBuffered ? FlushEach(annotated, output) : annotated, output);
            },
            isVisible: !WritesToTerminal);
        output.Commit();
    }

    /// <summary>
    /// The pairs to align; where they are a part of the bitext, it is read to its end to count them. A part is made of
    /// whole batches, because the numbers of a quantized encoder depend a little on what else is in a batch.
    /// </summary>
    /// <exception cref="Core.DataException">The bitext cannot be read.</exception>
    public PairRange Part()
    {
        if (Shard is not { } shard)
        {
            return PairRange.All;
        }

        using BitextReader bitext = OpenInput();
        long pairs = bitext.SkipAll();
        PairRange part = shard.Of(pairs, BatchSize);
        if (part.Count == 0)
        {
            Context.Messages.Warn($"part {shard.Number} of {shard.Count} is empty: {bitext.Name} has {pairs} pairs");
        }
        else
        {
            Context.Messages.Detail(
                $"part {shard.Number} of {shard.Count}: pairs {part.Start + 1} to {part.End} of {pairs}");
        }

        return part;
    }

    private AnnotatedAlignment Annotate(ScoredAlignment alignment, SplitPair? pair)
    {
        AnnotatedAlignment links = WantsScores
            ? AnnotatedAlignment.From(alignment)
            : AnnotatedAlignment.From(alignment.ToAlignment());
        bool showsPlaces = CountsCharacters || WantsPlaces
            || (Characters == CharacterUse.BesideWords && pair?.IsPlain == false);
        return links with
        {
            Nulls = WantsScores || WantsNulls ? alignment.Nulls : null,
            Tokens = WantsTokens ? pair?.Units : null,
            Characters = showsPlaces ? pair?.Characters : null,
        };
    }

    private static IEnumerable<AnnotatedAlignment> FlushEach(
        IEnumerable<AnnotatedAlignment> alignments, TextOutput output)
    {
        foreach (AnnotatedAlignment alignment in alignments)
        {
            yield return alignment;
            output.Flush();
        }
    }
}
