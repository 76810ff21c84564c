namespace Aligner.Core.Formats;

/// <summary>
/// The format of the TALP group (Lambert's Alignment Set Toolkit): <c>1-1 2p3</c>, a line a pair, 1-based, word 0 is
/// NULL; <c>s</c> is read like <c>-</c>.
/// </summary>
internal sealed class TalpFormat : AlignmentFormat
{
    private static readonly PairNotation Notation = new("-s", "p", hasProbabilities: false);

    public override string Name => "talp";

    public override string Summary => "a line a pair, 1-1 sure, 2p3 possible; 1-based";

    public override int DefaultIndexBase => 1;

    public override bool HasLineForEachPair => true;

    protected override bool HasNullWord => true;

    protected override IEnumerable<AnnotatedAlignment> Read(LinkReader reader) => Notation.Read(reader);

    protected override IAlignmentWriter CreateWriter(LinkWriter writer) => Notation.CreateWriter(writer);
}
