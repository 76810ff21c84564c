using Aligner.Combination.Evidence;
using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Experts;

/// <summary>
/// Links words without a sure link with inflected words that express them (see <see cref="InflectionModel"/>).
/// </summary>
/// <param name="rules">The rules of both sides.</param>
/// <param name="words">The words of a pair.</param>
internal sealed class InflectionExpert(InflectionModel rules, PairWords words) : ILinkExpert
{
    /// <summary>Links whose mean posterior is above this are sure, and so must be those by a rule.</summary>
    private const float Sure = 0.5f;

    public Expert About => StatisticalExperts.Inflection;

    public bool Knows(JudgedPair pair) => !rules.IsEmpty;

    public void Judge(JudgedPair pair, LinkTable into)
    {
        LinkTable mean = pair.Evidence.Mean;
        (IReadOnlyList<string> source, IReadOnlyList<string> target) = words.Of(pair.Encoded);
        into.Set(rules.Find(source, target, [.. mean.Above(Sure).Select(scored => scored.Link)], Sure));
    }
}
