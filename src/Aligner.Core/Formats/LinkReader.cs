using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>Lines and the numbers in them, with the index base taken off and the place in every error.</summary>
/// <param name="reader">Lines.</param>
/// <param name="indexBase">The index of the first word in the file.</param>
/// <param name="hasNullWord">Whether index 0 of a 1-based file is the NULL word.</param>
/// <param name="skipped">Told of lines that break the format; null if they end the reading.</param>
internal sealed class LinkReader(
    LineReader reader, int indexBase, bool hasNullWord, Action<BrokenLineException>? skipped)
{
    /// <inheritdoc cref="FormatOptions.LongestGap" />
    public int LongestGap { get; init; }

    /// <inheritdoc cref="FormatOptions.TakesSpans" />
    public bool TakesSpans { get; init; }

    /// <inheritdoc cref="LineReader.Name" />
    public string Name => reader.Name;

    /// <inheritdoc cref="LineReader.Line" />
    public long Line => reader.Line;

    /// <summary>Reads a file with a line for each pair.</summary>
    /// <param name="parse">Reads the links of a line.</param>
    public IEnumerable<AnnotatedAlignment> ReadEach(Func<string, AnnotatedAlignment> parse)
    {
        while (ReadOne(parse) is { } alignment)
        {
            yield return alignment;
        }
    }

    /// <inheritdoc cref="LineReader.ReadLine" />
    public string? ReadLine() => reader.ReadLine();

    /// <summary>An error on the line read last.</summary>
    public BrokenLineException Error(string message) => new(reader.Name, reader.Line, message);

    /// <summary>Reads a link, or null where one of its words is NULL.</summary>
    public Link? ParseLink(ReadOnlySpan<char> source, ReadOnlySpan<char> target, ReadOnlySpan<char> context) =>
        ToLink(ParseNumber(source, context), ParseNumber(target, context), context);

    /// <summary>Makes a link of two indices as they stand, or null where one of its words is NULL.</summary>
    public Link? ToLink(int source, int target, ReadOnlySpan<char> context)
    {
        if (Math.Min(source, target) < 0)
        {
            throw BelowFirst(context);
        }

        Link link = new(source - indexBase, target - indexBase);
        if (link.Source >= 0 && link.Target >= 0)
        {
            return link;
        }

        // A link of NULL with NULL has no meaning: the file is 0-based.
        bool isToNull = hasNullWord && indexBase == 1 && Math.Min(source, target) == 0 && Math.Max(source, target) > 0;
        return isToNull ? null : throw BelowFirst(context);
    }

    /// <summary>Reads the index of a word that is not NULL, and makes it 0-based.</summary>
    public int ParseIndex(ReadOnlySpan<char> digits, ReadOnlySpan<char> context)
    {
        int index = ParseNumber(digits, context) - indexBase;
        return index >= 0 ? index : throw BelowFirst(context);
    }

    /// <summary>Reads a half-open span of code points, such as <c>0:3</c>.</summary>
    public CodePointSpan ParseSpan(ReadOnlySpan<char> span, ReadOnlySpan<char> context)
    {
        int colon = span.IndexOf(':');
        if (colon < 0)
        {
            throw Error($"{Excerpt.Quote(span)} in {Excerpt.Quote(context)} is not a span such as 0:3");
        }

        CodePointSpan parsed = new(ParseNumber(span[..colon], context), ParseNumber(span[(colon + 1)..], context));
        return parsed.Start < parsed.End
            ? parsed
            : throw Error($"{Excerpt.Quote(span)} in {Excerpt.Quote(context)} holds no character");
    }

    /// <summary>Reads a word index or a sentence number as it stands.</summary>
    public int ParseNumber(ReadOnlySpan<char> digits, ReadOnlySpan<char> context) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Error($"{Excerpt.Quote(digits)} in {Excerpt.Quote(context)} is not a number");

    /// <summary>Reads the number of a sentence pair, counted from 1, and makes it 0-based.</summary>
    public int ParseOrdinal(ReadOnlySpan<char> digits, ReadOnlySpan<char> context)
    {
        int number = ParseNumber(digits, context);
        return number > 0 ? number - 1 : throw Error($"{Excerpt.Quote(context)}: sentence pairs are counted from 1");
    }

    /// <summary>Reads a probability.</summary>
    public float ParseProbability(ReadOnlySpan<char> text) =>
        float.TryParse(text, CultureInfo.InvariantCulture, out float value) && value is >= 0 and <= 1
            ? value
            : throw Error($"{Excerpt.Quote(text)} is not a probability from 0 to 1");

    private AnnotatedAlignment? ReadOne(Func<string, AnnotatedAlignment> parse)
    {
        try
        {
            return ReadLine() is { } line ? parse(line) : null;
        }
        catch (BrokenLineException exception) when (skipped is not null)
        {
            skipped(exception);
            return AnnotatedAlignment.Empty;
        }
    }

    private BrokenLineException BelowFirst(ReadOnlySpan<char> context) =>
        Error($"{Excerpt.Quote(context)} has an index below that of the first word, {indexBase}");
}
