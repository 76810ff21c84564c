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
}
