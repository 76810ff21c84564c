using Aligner.Combination.Evidence;

namespace Aligner.Statistical.Experts;

/// <summary>Says how probable the links of a pair are. Threads can share it.</summary>
internal interface ILinkExpert
{
    /// <summary>Its name, and what its table says.</summary>
    Expert About { get; }

    /// <summary>Whether it has anything to say of a pair.</summary>
    bool Knows(JudgedPair pair) => true;

    /// <summary>Fills its table for a pair.</summary>
    /// <param name="pair">The pair, with what the experts before it have said.</param>
    /// <param name="into">A table of zeros.</param>
    void Judge(JudgedPair pair, LinkTable into);
}
