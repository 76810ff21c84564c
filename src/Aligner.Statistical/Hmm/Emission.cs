namespace Aligner.Statistical.Hmm;

/// <summary>The lexical probabilities of a word pair in both directions.</summary>
/// <param name="Forward">t(f|e).</param>
/// <param name="Reverse">t(e|f).</param>
internal readonly record struct Emission(float Forward, float Reverse)
{
    /// <summary>Probabilities that change no product.</summary>
    public static Emission One { get; } = new(1, 1);

    /// <summary>The product in each direction.</summary>
    public Emission Times(Emission other) => new(Forward * other.Forward, Reverse * other.Reverse);
}
