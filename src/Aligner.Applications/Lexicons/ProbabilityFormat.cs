using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>Target, source and p(t|s) with blanks between them, as in <c>lex.f2e</c> of Moses.</summary>
/// <param name="name">The name it is chosen by.</param>
/// <param name="summary">What the file is.</param>
/// <param name="holdsNull">Whether words without a link are entries.</param>
internal sealed class ProbabilityFormat(string name, string summary, bool holdsNull) : ILexiconFormat
{
    public string Name => name;

    public string Summary => summary;

    public bool HoldsPhrases => false;

    public bool HoldsNull => holdsNull;

    public void WriteHeader(TextOutput output)
    {
        // There is none.
    }

    public void WriteEntry(TextOutput output, LexiconEntry entry)
    {
        output.Write(entry.Target);
        output.Write(' ');
        output.Write(entry.Source);
        output.Write(' ');
        output.Write(entry.TargetGivenSource, "0.0000000");
        output.WriteLine();
    }
}
