using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>A text and the segments of it that go to the model, in order.</summary>
internal sealed class SegmentedText
{
    /// <summary>The text.</summary>
    public AlignedText Text { get; } = new();

    /// <summary>Parts of <see cref="Text"/>: ascending, not empty.</summary>
    public List<TokenSpan> Segments { get; private set; } = [];

    /// <summary>The segments that a step makes.</summary>
    public List<TokenSpan> Next { get; private set; } = [];

    /// <summary>Room for a step's matches.</summary>
    public List<TokenSpan> Matches { get; } = [];

    /// <summary>Makes <see cref="Next"/> the segments.</summary>
    public void Advance()
    {
        (Segments, Next) = (Next, Segments);
        Next.Clear();
    }
}
