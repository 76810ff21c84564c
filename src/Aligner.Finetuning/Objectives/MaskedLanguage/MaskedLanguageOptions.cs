namespace Aligner.Finetuning.Objectives.MaskedLanguage;

/// <summary>What is hidden, and what can be read to guess it.</summary>
internal sealed record MaskedLanguageOptions
{
    /// <summary>The id of the mask.</summary>
    public required int MaskId { get; init; }

    /// <summary>
    /// Whether both sentences of a pair are read together (TLM), so that one can tell what is hidden in the other;
    /// each by itself (MLM) otherwise.
    /// </summary>
    public bool ReadsPairs { get; init; }

    /// <summary>The share of the pieces of a text that have to be guessed; default 0.15, and one at least.</summary>
    public double Share { get; init; } = 0.15;
}
