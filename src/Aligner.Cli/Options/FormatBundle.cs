using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary><c>--format NAME --index-base N --swap</c>: how a link file is written down.</summary>
internal sealed class FormatBundle
{
    private readonly Option<string> _format;
    private readonly Option<int?> _indexBase;
    private readonly Option<bool> _swap;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="what">What the options describe, for the help, such as <c>the gold</c>.</param>
    /// <param name="format">Name of the first option.</param>
    /// <param name="prefix">What the names of the other two begin with.</param>
    /// <param name="isWritten">Whether the file is written, not read.</param>
    public FormatBundle(
        ToolCommand command, string what, string format = "--format", string prefix = "--", bool isWritten = false)
    {
        IReadOnlyList<IAlignmentFormat> formats = isWritten ? AlignmentFormats.Writable : AlignmentFormats.All;
        _format = OptionFactory.Choice(
            format, $"Format of {what}", "pharaoh", formats.Select(entry => entry.Name));
        _indexBase = OptionFactory.OptionalInteger(
            $"{prefix}index-base", $"Number of the first word in {what}", 0, 1, absent: "the format's own");
        _swap = new Option<bool>($"{prefix}swap") { Description = $"Exchange source and target in {what}" };
        command.Add(Headings.Format, _format, _indexBase, _swap);
    }

    /// <summary>How the file departs from the custom of its format.</summary>
    public FormatOptions Options(ParseResult parsed) =>
        new() { IndexBase = parsed.GetValue(_indexBase), Swap = parsed.GetValue(_swap) };

    /// <summary>How the links are read or written, for the signature of an evaluation.</summary>
    public InputConvention Convention(ParseResult parsed)
    {
        IAlignmentFormat format = Format(parsed);
        FormatOptions options = Options(parsed);
        return new InputConvention(format.Name, options.IndexBase ?? format.DefaultIndexBase, options.Swap);
    }

    /// <summary>Whether the format prints words.</summary>
    public bool NeedsTokens(ParseResult parsed) => Format(parsed).NeedsTokens;

    /// <summary>What the format does with the places of words.</summary>
    public CharacterUse Characters(ParseResult parsed) => Format(parsed).Characters;

    /// <summary>Whether reading needs the words of the pairs, given apart.</summary>
    public bool NeedsTokensToRead(ParseResult parsed) => Format(parsed).NeedsTokensToRead;

    /// <summary>Whether the format numbers the pairs, so that a file may leave some out.</summary>
    public bool NumbersPairs(ParseResult parsed) => Format(parsed) is INumberedFormat;

    /// <summary>Whether each pair has one line, which is the same wherever the pair stands.</summary>
    public bool HasLineForEachPair(ParseResult parsed) => Format(parsed).HasLineForEachPair;

    /// <summary>Whether a file holds the words of its pairs, as its first line shows.</summary>
    public bool HoldsTokens(ParseResult parsed, string? firstLine) =>
        firstLine is not null && Format(parsed).HoldsTokens(firstLine);

    /// <summary>
    /// Opens a link file, so that a missing one is known at once. It is read lazily and closed at its end.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <param name="beside">What is read beside it.</param>
    /// <param name="cancellation">Looked at between two alignments.</param>
    /// <param name="skipped">Told of lines that break the format; null if they end the run.</param>
    /// <exception cref="UsageException">Lines are to be skipped in a format in which they are no pairs.</exception>
    public NamedInput<AnnotatedAlignment> Open(
        ParseResult parsed,
        string path,
        Beside beside,
        CancellationToken cancellation,
        Action<BrokenLineException>? skipped = null) => Open(parsed, [path], beside, cancellation, skipped);

    /// <summary>The same for several files with parts of the pairs.</summary>
    /// <exception cref="UsageException">There are several, and the format does not number its pairs.</exception>
    public NamedInput<AnnotatedAlignment> Open(
        ParseResult parsed,
        IReadOnlyList<string> paths,
        Beside beside,
        CancellationToken cancellation,
        Action<BrokenLineException>? skipped = null)
    {
        IAlignmentFormat format = Format(parsed);
        RequireLines(format, skipped);
        if (format is INumberedFormat)
        {
            paths = [.. paths.SelectMany(NumberedParts.Of)];
        }

        if (paths.Count > 1 && format is not INumberedFormat)
        {
            throw new UsageException(
                $"{_format.Name} {format.Name} takes one file: only formats that number their pairs take several "
                + $"({string.Join(", ", AlignmentFormats.All.OfType<INumberedFormat>().Select(entry => entry.Name))})");
        }

        return Open(parsed, [.. paths.Select(TextInput.Open)], beside, cancellation, skipped);
    }

    /// <summary>The same for files that are open.</summary>
    public NamedInput<AnnotatedAlignment> Open(
        ParseResult parsed,
        LineReader[] parts,
        Beside beside,
        CancellationToken cancellation,
        Action<BrokenLineException>? skipped = null)
    {
        IAlignmentFormat format = Format(parsed);
        FormatOptions options = Options(parsed) with { Skipped = skipped, TakesSpans = beside == Beside.Text };
        if (beside != Beside.Nothing)
        {
            options = options with { LongestGap = int.MaxValue };
        }

        return new NamedInput<AnnotatedAlignment>(
            string.Join(" and ", parts.Select(part => part.Name)), Read(parts, format, options, cancellation))
        {
            Rest = format is INumberedFormat ? () => AnnotatedAlignment.Empty : null,
        };
    }

    /// <summary>
    /// Opens a link file for both directions: the links that it holds of each, or null if it holds those of one.
    /// </summary>
    public NamedInput<(AnnotatedAlignment Forward, AnnotatedAlignment Reverse)>? OpenDirections(
        ParseResult parsed, string path, Action<BrokenLineException>? skipped)
    {
        if (Format(parsed) is not IBidirectionalFormat format)
        {
            return null;
        }

        RequireLines(format, skipped);
        LineReader reader = TextInput.Open(path);
        return new NamedInput<(AnnotatedAlignment, AnnotatedAlignment)>(reader.Name, ReadAll());

        IEnumerable<(AnnotatedAlignment, AnnotatedAlignment)> ReadAll()
        {
            using (reader)
            {
                foreach ((AnnotatedAlignment, AnnotatedAlignment) pair in
                    format.ReadDirections(reader, Options(parsed)))
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>Writes all of <paramref name="alignments"/> to <paramref name="output"/>; does not commit it.</summary>
    /// <exception cref="UsageException">The format prints words and an alignment comes without.</exception>
    public void Write(ParseResult parsed, IEnumerable<AnnotatedAlignment> alignments, TextOutput output)
    {
        IAlignmentFormat format = Format(parsed);
        IAlignmentWriter writer = format.CreateWriter(output, Options(parsed));
        foreach (AnnotatedAlignment alignment in alignments)
        {
            if (format.NeedsTokens && alignment.Tokens is null)
            {
                throw new UsageException($"{_format.Name} {format.Name} needs the words of each sentence pair");
            }

            writer.Write(alignment);
        }

        writer.Complete();
    }

    private static void RequireLines(IAlignmentFormat format, Action<BrokenLineException>? skipped)
    {
        if (skipped is not null && !format.HasLineForEachPair)
        {
            string[] able = [.. AlignmentFormats.All.Where(known => known.HasLineForEachPair)
                .Select(known => known.Name)];
            throw new UsageException($"--on-error skip needs a format with a line for each pair "
                + $"({string.Join(", ", able)}), which {format.Name} is not");
        }
    }

    private IAlignmentFormat Format(ParseResult parsed) => AlignmentFormats.Get(parsed.GetRequiredValue(_format));

    private static IEnumerable<AnnotatedAlignment> Read(
        LineReader[] parts, IAlignmentFormat format, FormatOptions options, CancellationToken cancellation)
    {
        try
        {
            IEnumerable<AnnotatedAlignment> alignments = format is INumberedFormat numbered
                ? numbered.Read(parts, options)
                : format.Read(parts[0], options);
            foreach (AnnotatedAlignment alignment in alignments)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return alignment;
            }
        }
        finally
        {
            foreach (LineReader part in parts)
            {
                part.Dispose();
            }
        }
    }
}
