using Aligner.Statistical.Directions;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Ibm1;

/// <summary>Saves a <see cref="Ibm1Model"/>: its lexicon is all.</summary>
internal sealed class Ibm1ModelFormat : IDirectionalModelFormat
{
    public void Write(IDirectionalModel model, SectionWriter sections) =>
        LexiconFormat.Write(model.Lexicon, sections);

    public IDirectionalModel Read(SectionReader sections) => new Ibm1Model(LexiconFormat.Read(sections));
}
