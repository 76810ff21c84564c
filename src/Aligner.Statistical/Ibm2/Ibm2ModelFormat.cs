using Aligner.Statistical.Directions;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Ibm2;

/// <summary>Saves a <see cref="Ibm2Model"/>: lexicon, λ and p0.</summary>
internal sealed class Ibm2ModelFormat : IDirectionalModelFormat
{
    public void Write(IDirectionalModel model, SectionWriter sections)
    {
        Ibm2Model ibm2 = (Ibm2Model)model;
        LexiconFormat.Write(ibm2.Lexicon, sections);
        sections.Add<double>("ibm2", new[] { ibm2.Tension, ibm2.NullProbability });
    }

    public IDirectionalModel Read(SectionReader sections) =>
        sections.Read<double>("ibm2") is [var tension and >= 0 and <= double.MaxValue, var p0 and >= 0 and < 1]
            ? new Ibm2Model(LexiconFormat.Read(sections), tension, p0)
            : throw sections.Broken("has broken parameters of Model 2");
}
