using Aligner.Core;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Labels;

/// <summary>
/// Labeled sentences and their translations as a bitext. What was read of both is kept until it is taken.
/// </summary>
/// <param name="source">The labeled sentences; disposed with the bitext.</param>
/// <param name="target">
/// Their translations; disposed with the bitext. Null where the sources hold them (<see cref="JsonTargets"/>).
/// </param>
/// <remarks>
/// An empty line too many in a file of columns is a sentence without words. It is passed over where the other side has
/// words.
/// </remarks>
public sealed class LabeledBitext(ILabelReader source, ILabelReader? target) : BitextReader
{
    private readonly Queue<(LabeledSentence Source, LabeledSentence Target)> _read = [];
    private long _count;

    /// <inheritdoc />
    public override string Name => source.Name;

    /// <inheritdoc />
    /// <exception cref="DataException">A line breaks its format, or one side goes on where the other has ended.
    /// </exception>
    public override SentencePair? Read()
    {
        if (Next() is not { } pair)
        {
            return null;
        }

        _count++;
        _read.Enqueue(pair);
        return new SentencePair(_count, pair.Source.Text, pair.Target.Text);
    }

    /// <summary>The sentences of the first pair that was read and not taken.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public (LabeledSentence Source, LabeledSentence Target) Take() => _read.Dequeue();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            target?.Dispose();
        }
    }

    private (LabeledSentence Source, LabeledSentence Target)? Next()
    {
        LabeledSentence? labeled = source.Read();
        if (target is null)
        {
            return labeled is null ? null : (labeled, JsonTargets.Of(Name, labeled));
        }

        LabeledSentence? translation = target.Read();
        while (labeled is { Rows.Count: 0 } && translation is not { Words.Count: 0 })
        {
            labeled = source.Read();
        }

        while (translation is { Rows.Count: 0 } && labeled is not { Words.Count: 0 })
        {
            translation = target.Read();
        }

        return (labeled, translation) switch
        {
            (null, null) => null,
            ({ } left, { } right) => (left, right),
            (null, _) => throw EndsEarly(source.Name, target.Name),
            _ => throw EndsEarly(target.Name, source.Name),
        };
    }

    private DataException EndsEarly(string shorter, string longer) =>
        new(shorter, 0, FormattableString.Invariant($"ends after {_count} sentences, but {longer} goes on"));
}
