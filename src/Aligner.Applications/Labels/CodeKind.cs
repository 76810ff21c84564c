namespace Aligner.Applications.Labels;

/// <summary>What an inline code does.</summary>
internal enum CodeKind
{
    Open,
    Close,
    Single,
}
