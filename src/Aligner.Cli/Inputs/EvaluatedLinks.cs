using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Inputs;

/// <summary>The links of several files for the same sentence pairs, all in memory.</summary>
/// <param name="files">The alignments of each file, the gold first.</param>
/// <param name="lengths">The lengths of the pairs, or null where nothing tells them.</param>
internal sealed class EvaluatedLinks(
    IReadOnlyList<IReadOnlyList<AnnotatedAlignment>> files, IReadOnlyList<SentenceLengths>? lengths)
{
    /// <summary>The alignments of each file, the gold first.</summary>
    public IReadOnlyList<IReadOnlyList<AnnotatedAlignment>> Files => files;

    /// <summary>The lengths of the pairs, or null where nothing tells them.</summary>
    public IReadOnlyList<SentenceLengths>? Lengths => lengths;

    /// <summary>Reads files of the pairs of a text.</summary>
    /// <exception cref="Core.DataException">
    /// The words of a file are not those of the text, or one goes on where the other has ended.
    /// </exception>
    public static EvaluatedLinks Read(
        IReadOnlyList<NamedInput<AnnotatedAlignment>> inputs, NamedInput<SplitPair> text)
    {
        List<SplitPair> pairs = [.. text.Items];
        NamedInput<SplitPair> known = text with { Items = pairs };
        return new EvaluatedLinks(
            [
                .. inputs.Select(input =>
                    LinkedWords.Join(known, pair => pair.Units, input, characters: pair => pair.Characters)
                        .Select(item => item.Links).ToList()),
            ],
            [.. pairs.Select(pair => new SentenceLengths(pair.Source.UnitCount, pair.Target.UnitCount))]);
    }

    /// <summary>
    /// Reads files alone. Files that may end early are filled up to the length of the longest other one.
    /// </summary>
    /// <exception cref="Core.DataException">The words of two files differ.</exception>
    public static EvaluatedLinks Read(IReadOnlyList<NamedInput<AnnotatedAlignment>> inputs)
    {
        List<AnnotatedAlignment>[] files = new List<AnnotatedAlignment>[inputs.Count];
        foreach (int file in Enumerable.Range(0, inputs.Count).Where(file => inputs[file].Rest is null))
        {
            files[file] = [.. inputs[file].Items];
        }

        // One more than there can be shows that the file does not fit.
        int? count = files.Where(known => known is not null).Select(known => (int?)known.Count).Max();
        foreach (int file in Enumerable.Range(0, inputs.Count).Where(file => inputs[file].Rest is not null))
        {
            files[file] = [.. count is { } most ? inputs[file].Items.Take(most + 1) : inputs[file].Items];
        }

        int length = count ?? files.Max(known => known.Count);
        foreach (int file in Enumerable.Range(0, inputs.Count).Where(file => inputs[file].Rest is not null))
        {
            int missing = Math.Max(0, length - files[file].Count);
            files[file].AddRange(Enumerable.Repeat(inputs[file].Rest!(), missing));
        }

        return new EvaluatedLinks(files, FindLengths(inputs, files));
    }

    /// <summary>The lengths that the words of the files tell; where they do not, the links of all files do.</summary>
    private static SentenceLengths[]? FindLengths(
        IReadOnlyList<NamedInput<AnnotatedAlignment>> inputs, List<AnnotatedAlignment>[] files)
    {
        SentenceLengths[] lengths = new SentenceLengths[files.Min(known => known.Count)];
        bool hasWords = false;
        for (int k = 0; k < lengths.Length; k++)
        {
            int first = Array.FindIndex(files, known => known[k].Tokens is not null);
            if (first < 0)
            {
                lengths[k] = files.Aggregate(
                    default(SentenceLengths), (covered, known) => covered.Cover(known[k].ToAlignment()));
                continue;
            }

            hasWords = true;
            TokenizedPair tokens = files[first][k].Tokens!;
            lengths[k] = new SentenceLengths(tokens.Source.Count, tokens.Target.Count);
            for (int other = first + 1; other < files.Length; other++)
            {
                LinkedWords.RequireSame(inputs[other].Name, k + 1, files[other][k].Tokens, inputs[first].Name, tokens);
            }
        }

        return hasWords && files.All(known => known.Count == lengths.Length) ? lengths : null;
    }
}
