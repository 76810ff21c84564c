namespace Aligner.Applications.Reordering;

/// <summary>Which orders of the source words are allowed.</summary>
public enum ReorderingRule
{
    /// <summary>Any: the words are sorted by the mean position of the target words that they are linked to.</summary>
    Free,

    /// <summary>
    /// Orders that a bracketing transduction grammar (Wu 1997) can make: blocks that no swap of neighboring blocks
    /// brings together stay in source order.
    /// </summary>
    Btg,
}
