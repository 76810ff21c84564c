using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>The sentences that were translated, with their links to references.</summary>
internal static class Originals
{
    /// <summary>Joins original sentences with the pairs of a bitext.</summary>
    /// <param name="pairs">Translations and references.</param>
    /// <param name="sentences">The originals, a line a sentence, words with blanks between them.</param>
    /// <param name="alignments">The links of originals and references in Pharaoh format.</param>
    /// <param name="skipped">Told of lines of links that are broken or do not fit; null if they end the run.</param>
    /// <returns>Each pair with the number of words of its original and its links.</returns>
    /// <exception cref="DataException">While iterating: the files do not fit.</exception>
    public static IEnumerable<(AlignedPair Pair, int Length, Alignment Links)> Join(
        IEnumerable<AlignedPair> pairs,
        LineReader sentences,
        LineReader alignments,
        Action<BrokenLineException>? skipped)
    {
        FormatOptions options = new() { Skipped = skipped };
        NamedInput<(string Line, AnnotatedAlignment Links)> originals = new(sentences.Name, Lockstep.Read(
            new NamedInput<string>(sentences.Name, Lockstep.Lines(sentences)),
            new NamedInput<AnnotatedAlignment>(
                alignments.Name, AlignmentFormats.Get("pharaoh").Read(alignments, options))));
        foreach ((AlignedPair pair, (string line, AnnotatedAlignment linked)) in
            Lockstep.Read(new NamedInput<AlignedPair>("the bitext", pairs), originals))
        {
            int length = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
            yield return (pair, length, Inside(pair, length, linked.ToAlignment()));
        }

        Alignment Inside(AlignedPair pair, int length, Alignment links)
        {
            try
            {
                Lockstep.RequireInside(alignments.Name, pair.Line, links, length, pair.Words.Target.Count);
                return links;
            }
            catch (BrokenLineException exception) when (skipped is not null)
            {
                skipped(exception);
                return Alignment.Empty;
            }
        }
    }
}
