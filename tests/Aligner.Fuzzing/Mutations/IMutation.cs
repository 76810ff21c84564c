namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes a valid input in a way that its reader has to notice, or to live with.</summary>
internal interface IMutation
{
    /// <summary>A changed copy.</summary>
    byte[] Mutate(byte[] input, Dice dice);
}
