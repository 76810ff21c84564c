using Aligner.Core.Alignments;

namespace Aligner.Core.Formats;

/// <summary>
/// The output of Marian's decoder with <c>--alignment soft</c>: <c>text ||| 0.7,0.2,0.1 0.1,0.8,0.1 0,0.1,0.9</c>, a
/// list a target word with the probability of each source word; the last of both is the end of the sentence. A target
/// word is linked with its most probable source word, as by <c>--alignment hard</c>, unless that is the end. Only read.
/// </summary>
internal sealed class MarianSoftFormat : AlignmentFormat
{
    private const string Bars = " ||| ";

    public override string Name => "marian-soft";

    public override string Summary => "text ||| 0.7,0.3 0.1,0.9, source probabilities of each target word; only read";

    public override int DefaultIndexBase => 0;

    public override bool CanWrite => false;

    public override bool HasLineForEachPair => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => reader.ReadEach(line =>
    {
        int bars = line.LastIndexOf(Bars, StringComparison.Ordinal);
        string[] rows = Words.Split(bars < 0 ? line : line[(bars + Bars.Length)..]);
        float[][] probabilities = [.. rows.Select(row => ParseRow(reader, row))];
        return probabilities.All(row => row.Length == probabilities[0].Length)
            ? new AnnotatedAlignment([.. Links(probabilities)])
            : throw reader.Error("lists of different length");
    });

    private static float[] ParseRow(LinkReader reader, string row) =>
        [.. row.Split(',').Select(number => reader.ParseProbability(number))];

    private static IEnumerable<AnnotatedLink> Links(float[][] probabilities)
    {
        for (int j = 0; j < probabilities.Length - 1; j++)
        {
            float[] row = probabilities[j];
            float largest = row.Max();
            int i = Array.IndexOf(row, largest);
            if (i < row.Length - 1)
            {
                yield return new AnnotatedLink(new Link(i, j), Probability: largest);
            }
        }
    }
}
