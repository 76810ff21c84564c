using Aligner.Combination.Evidence;

namespace Aligner.Statistical.Experts;

/// <summary>The links that an encoder found in the pair.</summary>
internal sealed class EncoderExpert : ILinkExpert
{
    public Expert About => StatisticalExperts.Encoder;

    public bool Knows(JudgedPair pair) => pair.Encoded.EncoderLinks is not null;

    public void Judge(JudgedPair pair, LinkTable into) => into.Set(pair.Encoded.EncoderLinks!);
}
