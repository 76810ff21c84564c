using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>The lexical priors of eflomal: <c>LEX</c>, source, target and count with tabs between them.</summary>
internal sealed class EflomalFormat : ILexiconFormat
{
    public string Name => "eflomal";

    public string Summary => "counts as priors of eflomal and of train --priors";

    public bool HoldsPhrases => false;

    public bool HoldsNull => false;

    public void WriteHeader(TextOutput output)
    {
        // There is none.
    }

    public void WriteEntry(TextOutput output, LexiconEntry entry)
    {
        output.Write("LEX\t");
        output.Write(entry.Source);
        output.Write('\t');
        output.Write(entry.Target);
        output.Write('\t');
        output.Write(entry.Count);
        output.WriteLine();
    }
}
