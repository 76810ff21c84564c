using Aligner.Tokenization.Pieces;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>How the words of a line are written, and what links count.</summary>
public sealed record UnitOptions
{
    /// <summary>
    /// The convention of subword pieces: a name of <see cref="PieceConventions"/>. Null, the default, is
    /// <see cref="PieceConventions.Auto"/> for a side whose tokenizer is <see cref="Tokenizers.Auto"/>, and
    /// <see cref="PieceConventions.None"/> for others.
    /// </summary>
    public string? Subwords { get; init; }

    /// <summary>
    /// What links count. Null, the default, is the pieces of a line that is cut into them, or else what suits the
    /// tokenizer (<see cref="TokenizerEntry.Units"/>).
    /// </summary>
    public LinkUnits? Units { get; init; }

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentException">The convention is unknown, or the units.</exception>
    public void Validate()
    {
        if (Subwords is { } name && name != PieceConventions.Auto)
        {
            PieceConventions.Get(name);
        }

        if (Units is { } units && !Enum.IsDefined(units))
        {
            throw new ArgumentException($"unknown units {units}");
        }
    }
}
