using Aligner.Statistical.Inference;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Hmm;

/// <summary>Saves a <see cref="HmmModel"/>: lexicon, jump table and p0.</summary>
internal sealed class HmmModelFormat : IDirectionalModelFormat
{
    public void Write(IDirectionalModel model, SectionWriter sections)
    {
        HmmModel hmm = (HmmModel)model;
        LexicalTableFormat.Write(hmm.Lexicon, sections);
        sections.Add<float>("hmm", new[] { hmm.Jumps.Uniform, hmm.Jumps.NullProbability });
        sections.Add("hmm/jumps", hmm.Jumps.Jumps);
        sections.Add("hmm/starts", hmm.Jumps.Starts);
    }

    public IDirectionalModel Read(SectionReader sections)
    {
        try
        {
            float[] shares = sections.Read<float>("hmm");
            JumpTable jumps =
                new(sections.Read<float>("hmm/jumps"), sections.Read<float>("hmm/starts"), shares[0], shares[1]);
            return new HmmModel(LexicalTableFormat.Read(sections), jumps);
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            throw sections.Broken($"has broken parameters of the HMM: {exception.Message}");
        }
    }
}
