namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>Which segments get a blank before them.</summary>
internal enum PrefixScheme
{
    /// <summary>Each.</summary>
    Always,

    /// <summary>The one at the start of the text.</summary>
    First,

    /// <summary>None.</summary>
    Never,
}
