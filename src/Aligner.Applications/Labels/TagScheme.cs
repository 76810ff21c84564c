namespace Aligner.Applications.Labels;

/// <summary>How spans are written as a tag for each word.</summary>
public enum TagScheme
{
    /// <summary>The first word of a span has B-, the others I- (Ratnaparkhi 1998; CoNLL-2002).</summary>
    Iob2,

    /// <summary>All words have I-, but the first has B- where a span of the same type ends before it (CoNLL-2003).
    /// </summary>
    Iob,

    /// <summary>As <see cref="Iob2"/>, but the last word has L-, and a span of one word U-.</summary>
    Bilou,

    /// <summary>As <see cref="Iob2"/>, but the last word has E-, and a span of one word S-.</summary>
    Bioes,
}
