using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>The sentences that were translated, with their links to references.</summary>
internal static class Originals
{
    /// <summary>Joins original sentences with the pairs of a bitext.</summary>
    /// <param name="pairs">Translations and references.</param>
    /// <param name="original">The path of the originals, a line a sentence, words with blanks between them.</param>
    /// <param name="links">The path of the links of originals and references in Pharaoh format.</param>
    /// <returns>Each pair with the number of words of its original and its links.</returns>
    /// <exception cref="Core.DataException">While iterating: the files do not fit.</exception>
    public static IEnumerable<(AlignedPair Pair, int Length, Alignment Links)> Join(
        IEnumerable<AlignedPair> pairs, string original, string links)
    {
        using LineReader sentences = TextInput.Open(original);
        using LineReader alignments = TextInput.Open(links);
        NamedInput<(string Line, AnnotatedAlignment Links)> originals = new(sentences.Name, Lockstep.Read(
            new NamedInput<string>(sentences.Name, Lockstep.Lines(sentences)),
            new NamedInput<AnnotatedAlignment>(
                alignments.Name, AlignmentFormats.Get("pharaoh").Read(alignments, new FormatOptions()))));
        foreach ((AlignedPair pair, (string line, AnnotatedAlignment linked)) in
            Lockstep.Read(new NamedInput<AlignedPair>("the bitext", pairs), originals))
        {
            int length = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
            Alignment own = linked.ToAlignment();
            Lockstep.RequireInside(alignments.Name, pair.Line, own, length, pair.Words.Target.Count);
            yield return (pair, length, own);
        }
    }
}
