namespace Aligner.Cli.Inputs;

/// <summary>What is read beside a link file.</summary>
internal enum Beside
{
    /// <summary>Nothing: only the file itself tells how many pairs there are.</summary>
    Nothing,

    /// <summary>Another input that tells how many pairs there are.</summary>
    Pairs,

    /// <summary>The text, which tells how many pairs there are, and where their words stand.</summary>
    Text,
}
