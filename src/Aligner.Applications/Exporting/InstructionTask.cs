namespace Aligner.Applications.Exporting;

/// <summary>What a language model is asked about a linked pair (AlignInstruct, Mao and Yu 2024).</summary>
public enum InstructionTask
{
    /// <summary>Whether two words or phrases are linked: "True" or "False".</summary>
    Assertion,

    /// <summary>The translation, given some linked words.</summary>
    Hint,

    /// <summary>The translation, given it with one wrong word.</summary>
    Revision,
}
