namespace Aligner.Core.Formats;

/// <summary>What a format does with the places of words in their lines.</summary>
public enum CharacterUse
{
    /// <summary>It has no room for them.</summary>
    None,

    /// <summary>It writes them in place of the indices of words.</summary>
    InPlaceOfIndices,

    /// <summary>It writes them beside the words.</summary>
    BesideWords,
}
