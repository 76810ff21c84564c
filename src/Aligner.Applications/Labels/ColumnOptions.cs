namespace Aligner.Applications.Labels;

/// <summary>Which columns of a file hold what.</summary>
public sealed record ColumnOptions
{
    /// <summary>The column of the words, from 1; null, the default, is 2 in CoNLL-U, else 1.</summary>
    public int? WordColumn { get; init; }

    /// <summary>The column of the tags, from 1; null, the default, is the last.</summary>
    public int? TagColumn { get; init; }

    /// <summary>Whether tags are read; default true. Without, a file may hold the words alone.</summary>
    public bool ReadsTags { get; init; } = true;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is less than 1.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WordColumn ?? 1, 1, nameof(WordColumn));
        ArgumentOutOfRangeException.ThrowIfLessThan(TagColumn ?? 1, 1, nameof(TagColumn));
    }
}
