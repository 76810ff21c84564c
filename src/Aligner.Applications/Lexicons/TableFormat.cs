using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>A table with a header and all that is known of each entry, tabs between the columns.</summary>
internal sealed class TableFormat : ILexiconFormat
{
    private const string MeasureFormat = "g6";

    public string Name => "tsv";

    public string Summary => "a table with a header and all measures";

    public bool HoldsPhrases => true;

    public bool HoldsNull => false;

    public void WriteHeader(TextOutput output) =>
        output.WriteLine("source\ttarget\tcount\tp(t|s)\tp(s|t)\tllr\tdice\tline");

    public void WriteEntry(TextOutput output, LexiconEntry entry)
    {
        output.Write(entry.Source);
        output.Write('\t');
        output.Write(entry.Target);
        output.Write('\t');
        output.Write(entry.Count);
        foreach (double measure in (ReadOnlySpan<double>)
            [entry.TargetGivenSource, entry.SourceGivenTarget, entry.LogLikelihoodRatio, entry.Dice])
        {
            output.Write('\t');
            output.Write(measure, MeasureFormat);
        }

        output.Write('\t');
        output.Write(entry.Line);
        output.WriteLine();
    }
}
