namespace Aligner.Core.Formats;

/// <summary>How a file departs from the custom of its format.</summary>
public sealed record FormatOptions
{
    /// <summary>The index of the first word, 0 or 1; null, the default, is the custom of the format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither 0 nor 1.</exception>
    public int? IndexBase
    {
        get;
        init => field = value is null or 0 or 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "the index base is 0 or 1");
    }

    /// <summary>Whether the file gives the target first; default false.</summary>
    public bool Swap { get; init; }

    /// <summary>
    /// Whether links may be spans of characters, <c>0:3-5:9</c>, which the reader of the file turns into links of words
    /// (<see cref="AnnotatedAlignment.WithCharacters"/>). Default false: they are an error.
    /// </summary>
    public bool TakesSpans { get; init; }

    /// <summary>
    /// Told of each line that breaks a format with a line for each pair; the line then counts as one without links.
    /// Null, the default, ends the reading with the exception.
    /// </summary>
    public Action<BrokenLineException>? Skipped { get; init; }

    /// <summary>
    /// The most pairs that a file which numbers them may leave out at once; 1,000,000 by default. Where another input
    /// tells how many pairs there are, it can be <see cref="int.MaxValue"/>.
    /// </summary>
    public int LongestGap { get; init; } = 1_000_000;
}
