namespace Aligner.Neural.Models;

/// <summary>The output of a model in addition to hidden states.</summary>
public enum HeadKind
{
    None,

    /// <summary>Numbers for each piece, one a label (token classification).</summary>
    Token,

    /// <summary>Two numbers for each piece: a span starts here, a span ends here (question answering).</summary>
    Span,
}
