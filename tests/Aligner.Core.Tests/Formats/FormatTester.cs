using System.Text;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Formats;

/// <summary>Formats from and to strings.</summary>
internal static class FormatTester
{
    public static List<AnnotatedAlignment> Read(string format, string text, FormatOptions? options = null)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in");
        return [.. AlignmentFormats.Get(format).Read(reader, options ?? new FormatOptions())];
    }

    public static List<(string Forward, string Reverse)> ReadDirections(string text, FormatOptions? options = null)
    {
        using LineReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "in");
        return
        [
            .. ((IBidirectionalFormat)AlignmentFormats.Get("bal"))
                .ReadDirections(reader, options ?? new FormatOptions())
                .Select(pair => (pair.Forward.Describe(), pair.Reverse.Describe())),
        ];
    }

    public static string Write(string format, FormatOptions? options, params IEnumerable<AnnotatedAlignment> alignments)
    {
        using MemoryStream stream = new();
        using TextOutput output = new(stream, "out");
        IAlignmentWriter writer = AlignmentFormats.Get(format).CreateWriter(output, options ?? new FormatOptions());
        foreach (AnnotatedAlignment alignment in alignments)
        {
            writer.Write(alignment);
        }

        writer.Complete();
        output.Commit();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Everything in the alignment, for comparison: <c>0-0 1p1:0.5 | a b | c d | -1.5</c>.</summary>
    public static string Describe(this AnnotatedAlignment alignment)
    {
        IEnumerable<string> links = alignment.Links.Select(annotated =>
            $"{annotated.Link.Source}{(annotated.IsPossible ? 'p' : '-')}{annotated.Link.Target}"
            + (annotated.Probability is { } probability ? FormattableString.Invariant($":{probability}") : ""));
        string text = string.Join(' ', links);
        if (alignment.Tokens is { } tokens)
        {
            text += $" | {string.Join(' ', tokens.Source)} | {string.Join(' ', tokens.Target)}";
        }

        return alignment.LogProbability is { } score ? text + FormattableString.Invariant($" | {score:0.####}") : text;
    }
}
