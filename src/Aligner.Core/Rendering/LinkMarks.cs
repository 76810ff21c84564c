using Aligner.Core.Alignments;

namespace Aligner.Core.Rendering;

/// <summary>The marks of links and how they are drawn as text.</summary>
public static class LinkMarks
{
    /// <summary>What a drawing says of two words.</summary>
    /// <param name="link">The two words.</param>
    /// <param name="links">The links of the pair.</param>
    /// <param name="gold">What is right, or null if that is not known.</param>
    public static LinkMark Of(Link link, Alignment links, GoldAlignment? gold) => (links.Contains(link), gold) switch
    {
        (true, null) => LinkMark.Link,
        (true, _) when gold.Sure.Contains(link) => LinkMark.Sure,
        (true, _) => gold.Possible.Contains(link) ? LinkMark.Possible : LinkMark.Wrong,
        (false, not null) when gold.Sure.Contains(link) => LinkMark.Missed,
        _ => LinkMark.None,
    };

    /// <summary>The character that stands for a mark; each takes one column of a terminal.</summary>
    public static string Glyph(LinkMark mark) => mark switch
    {
        LinkMark.Link or LinkMark.Sure => "●",
        LinkMark.Possible => "◐",
        LinkMark.Wrong => "×",
        LinkMark.Missed => "○",
        _ => "·",
    };
}
