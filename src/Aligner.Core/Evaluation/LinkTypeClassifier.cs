using System.Runtime.InteropServices;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>
/// Classes of links by how many gold links (sure or possible) their two words have: <c>null</c> where either has none,
/// <c>one-to-one</c> where both have one, <c>one-to-many</c> where only the source word has more,
/// <c>many-to-one</c> where only the target word has, <c>many-to-many</c> where both have.
/// </summary>
/// <remarks>The gold alone decides, so all systems share the classes. Gold links are never null.</remarks>
internal sealed class LinkTypeClassifier : ILinkClassifier
{
    private const int Null = 0;
    private const int OneToOne = 1;
    private const int OneToMany = 2;
    private const int ManyToOne = 3;
    private const int ManyToMany = 4;

    /// <inheritdoc />
    public string Name => "link type";

    /// <inheritdoc />
    public IReadOnlyList<string> Classes { get; } =
        ["null", "one-to-one", "one-to-many", "many-to-one", "many-to-many"];

    /// <inheritdoc />
    public Func<Link, int> ForSentence(GoldAlignment gold, SentenceLengths lengths)
    {
        Dictionary<int, int> sources = [];
        Dictionary<int, int> targets = [];
        foreach (Link link in gold.Possible.Links)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sources, link.Source, out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(targets, link.Target, out _)++;
        }

        return link => (sources.GetValueOrDefault(link.Source), targets.GetValueOrDefault(link.Target)) switch
        {
            (0, _) or (_, 0) => Null,
            (1, 1) => OneToOne,
            (_, 1) => OneToMany,
            (1, _) => ManyToOne,
            _ => ManyToMany,
        };
    }
}
