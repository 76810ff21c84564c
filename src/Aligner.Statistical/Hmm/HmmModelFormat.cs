using Aligner.Statistical.Directions;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Hmm;

/// <summary>Saves a <see cref="HmmModel"/>: lexicon, jump table and p0.</summary>
internal sealed class HmmModelFormat : IDirectionalModelFormat
{
    public void Write(IDirectionalModel model, SectionWriter sections)
    {
        HmmModel hmm = (HmmModel)model;
        LexiconFormat.Write(hmm.Lexicon, sections);
        sections.Add<float>("hmm", new[] { hmm.Jumps.Uniform, hmm.Jumps.NullProbability });
        sections.Add("hmm/jumps", hmm.Jumps.Jumps);
        sections.Add("hmm/starts", hmm.Jumps.Starts);
    }

    public IDirectionalModel Read(SectionReader sections)
    {
        if (sections.Read<float>("hmm") is not [var uniform, var nullProbability])
        {
            throw sections.Broken("has broken parameters of the HMM");
        }

        FactoredLexicon lexicon = LexiconFormat.Read(sections);
        try
        {
            return new HmmModel(
                lexicon,
                new JumpTable(
                    sections.Read<float>("hmm/jumps"), sections.Read<float>("hmm/starts"), uniform, nullProbability));
        }
        catch (ArgumentException exception)
        {
            throw sections.Broken($"has broken parameters of the HMM: {exception.Message}");
        }
    }
}
