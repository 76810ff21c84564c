using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>Further translations of the source of a bitext, each with its links.</summary>
internal static class MoreTranslations
{
    /// <summary>Joins a translation with the pairs of a bitext.</summary>
    /// <param name="pairs">The sentences, each with the translations that are known already.</param>
    /// <param name="target">The path of the translation, a line a sentence, words with blanks between them.</param>
    /// <param name="links">The path of its links in Pharaoh format.</param>
    /// <exception cref="Core.DataException">While iterating: the files do not fit.</exception>
    public static IEnumerable<AlignedPair[]> Join(IEnumerable<AlignedPair[]> pairs, string target, string links)
    {
        using LineReader targets = TextInput.Open(target);
        using LineReader alignments = TextInput.Open(links);
        NamedInput<(string Line, AnnotatedAlignment Links)> translations = new(targets.Name, Lockstep.Read(
            new NamedInput<string>(targets.Name, Lockstep.Lines(targets)),
            new NamedInput<AnnotatedAlignment>(
                alignments.Name, AlignmentFormats.Get("pharaoh").Read(alignments, new FormatOptions()))));
        foreach ((AlignedPair[] known, (string line, AnnotatedAlignment linked)) in
            Lockstep.Read(new NamedInput<AlignedPair[]>("the bitext", pairs), translations))
        {
            TokenizedPair words = new(
                known[0].Words.Source, line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            ScoredLink[] scored =
                [.. linked.Ordered().Links.Select(link => new ScoredLink(link.Link, link.Probability ?? 1))];
            Lockstep.RequireInside(alignments.Name, known[0].Line, scored.Select(link => link.Link), words);
            yield return
            [
                .. known,
                new AlignedPair(
                    known[0].Line,
                    words,
                    ScoredAlignment.OfLinks(scored, words.Source.Count, words.Target.Count)),
            ];
        }
    }
}
