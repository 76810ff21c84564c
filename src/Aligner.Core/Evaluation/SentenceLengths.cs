using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>How many tokens each side of a sentence pair has.</summary>
public readonly record struct SentenceLengths(int Source, int Target)
{
    /// <summary>These lengths, made larger where a link of <paramref name="alignment"/> lies outside them.</summary>
    public SentenceLengths Cover(Alignment alignment)
    {
        (int source, int target) = this;
        foreach (Link link in alignment.Links)
        {
            source = Math.Max(source, After(link.Source));
            target = Math.Max(target, After(link.Target));
        }

        return new SentenceLengths(source, target);
    }

    /// <summary>Whether <paramref name="link"/> joins tokens that exist.</summary>
    public bool Contains(Link link) => link.Source < Source && link.Target < Target;

    /// <summary>The next index; the largest one stays.</summary>
    internal static int After(int index) => index == int.MaxValue ? index : index + 1;
}
