using Aligner.Core.Text;

namespace Aligner.Applications.Terms;

/// <summary>Writes terms as a table with a header and tabs between the columns.</summary>
public static class TermTable
{
    public static void Write(TextOutput output, IEnumerable<TermPair> terms)
    {
        output.WriteLine("source\ttarget\tcount\tllr\tline");
        foreach (TermPair term in terms)
        {
            output.Write(term.Source);
            output.Write('\t');
            output.Write(term.Target);
            output.Write('\t');
            output.Write(term.Count);
            output.Write('\t');
            output.Write(term.LogLikelihoodRatio, "g6");
            output.Write('\t');
            output.Write(term.Line);
            output.WriteLine();
        }
    }
}
