using Aligner.Combination.Evidence;

namespace Aligner.Statistical.Experts;

/// <summary>Gives the links of a pair their probabilities. Threads can share it.</summary>
internal interface ILinkExpert
{
    /// <summary>Its name and kind.</summary>
    Expert About { get; }

    /// <summary>Whether it can judge a pair.</summary>
    bool Knows(JudgedPair pair) => true;

    /// <summary>Fills its table for a pair.</summary>
    /// <param name="pair">The pair, with the tables of the experts before it.</param>
    /// <param name="into">A table of zeros.</param>
    void Judge(JudgedPair pair, LinkTable into);
}
