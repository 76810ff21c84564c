using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>A bilingual word list as MUSE has it: source and target with a blank between them.</summary>
internal sealed class WordListFormat : ILexiconFormat
{
    public string Name => "muse";

    public string Summary => "source and target: a dictionary of MUSE";

    public bool HoldsPhrases => false;

    public bool HoldsNull => false;

    public void WriteHeader(TextOutput output)
    {
        // There is none.
    }

    public void WriteEntry(TextOutput output, LexiconEntry entry)
    {
        output.Write(entry.Source);
        output.Write(' ');
        output.WriteLine(entry.Target);
    }
}
