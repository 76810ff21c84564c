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
    public FormatBundle(ToolCommand command, string what, string format = "--format", string prefix = "--")
    {
        _format = OptionFactory.Choice(
            format, $"Format of {what}", "pharaoh", AlignmentFormats.All.Select(entry => entry.Name));
        _indexBase = OptionFactory.OptionalInteger(
            $"{prefix}index-base", $"Number of the first word in {what}", 0, 1, absent: "the format's own");
        _swap = new Option<bool>($"{prefix}swap") { Description = $"Exchange source and target in {what}" };
        command.Add(Headings.Format, _format, _indexBase, _swap);
    }

    /// <summary>How the links are read or written, for the signature of an evaluation.</summary>
    public InputConvention Convention(ParseResult parsed)
    {
        IAlignmentFormat format = Format(parsed);
        FormatOptions options = FormatOptions(parsed);
        return new InputConvention(format.Name, options.IndexBase ?? format.DefaultIndexBase, options.Swap);
    }

    /// <summary>Whether the format prints words.</summary>
    public bool NeedsTokens(ParseResult parsed) => Format(parsed).NeedsTokens;

    /// <summary>What the format does with the places of words.</summary>
    public CharacterUse Characters(ParseResult parsed) => Format(parsed).Characters;

    /// <summary>
    /// Opens a link file, so that a missing one is known at once. It is read lazily and closed at its end.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <param name="cancellation">Looked at between two alignments.</param>
    /// <param name="skipped">Told of lines that break the format; null if they end the run.</param>
    /// <exception cref="UsageException">Lines are to be skipped in a format in which they are no pairs.</exception>
    public NamedInput<AnnotatedAlignment> Open(
        ParseResult parsed,
        string path,
        CancellationToken cancellation,
        Action<BrokenLineException>? skipped = null)
    {
        IAlignmentFormat format = Format(parsed);
        if (skipped is not null && !format.HasLineForEachPair)
        {
            string[] able = [.. AlignmentFormats.All.Where(known => known.HasLineForEachPair)
                .Select(known => known.Name)];
            throw new UsageException($"--on-error skip needs a format with a line for each pair "
                + $"({string.Join(", ", able)}), which {format.Name} is not");
        }

        LineReader reader = TextInput.Open(path);
        return new NamedInput<AnnotatedAlignment>(
            reader.Name, Read(reader, format, FormatOptions(parsed) with { Skipped = skipped }, cancellation));
    }

    /// <summary>Writes all of <paramref name="alignments"/> to <paramref name="output"/>; does not commit it.</summary>
    /// <exception cref="UsageException">The format prints words and an alignment comes without.</exception>
    public void Write(ParseResult parsed, IEnumerable<AnnotatedAlignment> alignments, TextOutput output)
    {
        IAlignmentFormat format = Format(parsed);
        IAlignmentWriter writer = format.CreateWriter(output, FormatOptions(parsed));
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

    private IAlignmentFormat Format(ParseResult parsed) => AlignmentFormats.Get(parsed.GetRequiredValue(_format));

    private FormatOptions FormatOptions(ParseResult parsed) =>
        new() { IndexBase = parsed.GetValue(_indexBase), Swap = parsed.GetValue(_swap) };

    private static IEnumerable<AnnotatedAlignment> Read(
        LineReader reader, IAlignmentFormat format, FormatOptions options, CancellationToken cancellation)
    {
        using (reader)
        {
            foreach (AnnotatedAlignment alignment in format.Read(reader, options))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return alignment;
            }
        }
    }
}
