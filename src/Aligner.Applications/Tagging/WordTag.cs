namespace Aligner.Applications.Tagging;

/// <summary>What a word of a machine translation is, compared with a reference.</summary>
public enum WordTag
{
    /// <summary>The word is in the reference, in the same order.</summary>
    Ok,

    /// <summary>The reference has another word.</summary>
    Substituted,

    /// <summary>The reference has no word for it.</summary>
    Deleted,

    /// <summary>The word is in the reference, at another place.</summary>
    Shifted,
}
