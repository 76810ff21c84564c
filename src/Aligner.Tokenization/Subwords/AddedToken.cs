namespace Aligner.Tokenization.Subwords;

/// <summary>A token that is found in the text itself before models see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">Its spelling.</param>
internal sealed record AddedToken(int Id, string Content)
{
    /// <summary>Whether it must not touch word characters.</summary>
    public bool SingleWord { get; init; }

    /// <summary>Whether it takes the white space before it.</summary>
    public bool StripsLeft { get; init; }

    /// <summary>Whether it takes the white space after it.</summary>
    public bool StripsRight { get; init; }

    /// <summary>Whether it is found in normalized text.</summary>
    public bool Normalized { get; init; }
}
