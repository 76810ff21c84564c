namespace Aligner.Core.Formats;

/// <summary>
/// Pharaoh or Moses notation: <c>0-0 1p2 2?2:0.75</c>, a line a pair, 0-based; <c>p</c> or <c>?</c> marks a possible
/// link, a probability may follow a colon, and the log-probability of the pair a tab at the end of the line. Where the
/// places of words are asked for, they stand in place of the indices, as in <c>0:3-5:9</c>; such files need the text.
/// </summary>
internal sealed class PharaohFormat : AlignmentFormat
{
    private static readonly PairNotation Notation = new("-", "p?", hasProbabilities: true);

    public override string Name => "pharaoh";

    public override string Summary => "a line a pair, 0-0 sure, 1p2 possible, 0-0:0.9 with probability; 0-based";

    public override int DefaultIndexBase => 0;

    public override bool HasLineForEachPair => true;

    public override CharacterUse Characters => CharacterUse.InPlaceOfIndices;

    public override bool HoldsTokens(string firstLine) => LinkColumns.Parse(firstLine)?.Tokens is not null;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => Notation.Read(reader);

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => Notation.CreateWriter(writer);
}
