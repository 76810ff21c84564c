using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Directions;

/// <summary>How the models of one method are saved.</summary>
public interface IDirectionalModelFormat
{
    /// <summary>Adds the sections of one direction.</summary>
    void Write(IDirectionalModel model, SectionWriter sections);

    /// <summary>Reads the sections of one direction.</summary>
    /// <exception cref="Core.DataException">A section is missing or broken.</exception>
    IDirectionalModel Read(SectionReader sections);
}
