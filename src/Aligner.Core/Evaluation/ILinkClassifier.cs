using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>Puts every conceivable link of a sentence pair into one class, whether predicted or gold.</summary>
public interface ILinkClassifier
{
    /// <summary>What the classes are about.</summary>
    string Name { get; }

    /// <summary>The names of the classes.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>The function that gives the index into <see cref="Classes"/> for a link of one sentence pair.</summary>
    Func<Link, int> ForSentence(GoldAlignment gold, SentenceLengths lengths);
}
