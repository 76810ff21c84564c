using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Encoders;

/// <summary>What an encoder computes and how.</summary>
public sealed record EncoderOptions
{
    /// <summary>The layer whose hidden states are wanted, 0 for embeddings; the model's own choice if null.</summary>
    public int? Layer { get; init; }

    /// <summary>Whether the numbers of the model's head are wanted instead; false by default.</summary>
    public bool Head { get; init; }

    /// <summary>Threads, execution providers and the like.</summary>
    public SessionSettings Session { get; init; } = new();
}
