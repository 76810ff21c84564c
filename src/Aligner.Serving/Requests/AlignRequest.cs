namespace Aligner.Serving.Requests;

/// <summary>A pair to align.</summary>
public sealed record AlignRequest : PairRequest
{
    internal override PairText Pair => new(Source, Target);
}
