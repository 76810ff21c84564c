using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>
/// Words without a link, a line a pair, as links with NULL and the probability that the word has none:
/// <c>3-NULL:0.91 NULL-0:0.85</c>, as SIL.Machine writes them. Runs of words are <c>3..5-NULL:0.9</c>, the last word
/// included. A pair whose <see cref="AnnotatedAlignment.Nulls"/> are not known has an empty line. Where
/// <see cref="AnnotatedAlignment.Characters"/> are given, half-open spans of code points stand in place of the words,
/// as in <c>0:3-NULL:0.91</c>.
/// </summary>
/// <param name="output">Where to; neither flushed nor committed.</param>
/// <param name="options">The index base, 0 by default, and whether the target comes first.</param>
/// <param name="shortestRun">
/// Runs of at least so many words are written, each as one; null, the default, for each word by itself.
/// </param>
public sealed class NullWordWriter(TextOutput output, FormatOptions options, int? shortestRun = null)
    : IAlignmentWriter
{
    private readonly LinkWriter _writer = new(output, options.IndexBase ?? 0);

    /// <inheritdoc />
    public void Write(AnnotatedAlignment alignment)
    {
        AnnotatedAlignment turned = options.Swap ? alignment.Swap() : alignment;
        if (turned.Nulls is { } nulls)
        {
            bool isFirst = true;
            foreach (UnlinkedRun run in Runs(turned, link => link.Source, nulls.Source))
            {
                Begin(ref isFirst);
                WriteRun(run, turned.Characters?.Source);
                output.Write('-');
                output.Write(PairNotation.NullWord);
                WriteProbability(run);
            }

            foreach (UnlinkedRun run in Runs(turned, link => link.Target, nulls.Target))
            {
                Begin(ref isFirst);
                output.Write(PairNotation.NullWord);
                output.Write('-');
                WriteRun(run, turned.Characters?.Target);
                WriteProbability(run);
            }
        }

        output.WriteLine();
    }

    /// <inheritdoc />
    public void Complete()
    {
    }

    private IEnumerable<UnlinkedRun> Runs(
        AnnotatedAlignment alignment, Func<Link, int> side, IReadOnlyList<float> nulls)
    {
        HashSet<int> linked = [.. alignment.Links.Select(annotated => side(annotated.Link))];
        return shortestRun is { } shortest
            ? UnlinkedRun.Find(linked, nulls).Where(run => run.Length >= shortest)
            : nulls.Select((probability, word) => new UnlinkedRun(word, 1, probability))
                .Where(run => !linked.Contains(run.First));
    }

    private void Begin(ref bool isFirst)
    {
        output.Write(isFirst ? "" : " ");
        isFirst = false;
    }

    private void WriteRun(UnlinkedRun run, IReadOnlyList<CodePointSpan>? characters)
    {
        int last = run.First + run.Length - 1;
        if (characters is not null)
        {
            output.Write(characters[run.First].Start);
            output.Write(':');
            output.Write(characters[last].End);
            return;
        }

        _writer.WriteIndex(run.First);
        if (shortestRun is not null)
        {
            output.Write("..");
            _writer.WriteIndex(last);
        }
    }

    private void WriteProbability(UnlinkedRun run)
    {
        output.Write(':');
        _writer.WriteProbability(run.Probability);
    }
}
