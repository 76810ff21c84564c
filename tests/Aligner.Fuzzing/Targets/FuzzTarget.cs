using Aligner.Core;
using Aligner.Fuzzing.Mutations;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Fuzzing.Targets;

/// <summary>A reader, with inputs that it accepts and what is done with those that it has read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seeds">Valid inputs, which are mutated; called once.</param>
/// <param name="Mutations">How inputs are mutated.</param>
/// <param name="Use">
/// Reads an input and uses what was read. Apart from <see cref="IsExpected"/>, nothing may be thrown.
/// </param>
internal sealed record FuzzTarget(
    string Name,
    Func<Workplace, IReadOnlyList<byte[]>> Seeds,
    IReadOnlyList<IMutation> Mutations,
    Action<byte[], Workplace> Use)
{
    /// <summary>Whether a case takes some milliseconds; false by default.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The largest input: the largest seed has 64 KB and some more.</summary>
    public const int MaxBytes = 1 << 17;

    /// <summary>Whether a reader may end so; what threads of a batch throw comes wrapped.</summary>
    public static bool IsExpected(Exception exception) => exception is AggregateException several
        ? several.InnerExceptions.All(IsExpected)
        : exception is DataException or IOException or OnnxRuntimeException;

    /// <summary>The input of a case.</summary>
    public byte[] InputOf(ulong seed, IReadOnlyList<byte[]> seeds)
    {
        Dice dice = new(seed);
        byte[] input = dice.Pick(seeds);
        do
        {
            input = dice.Pick(Mutations).Mutate(input, dice);
        }
        while (Mutations[0] is ByteMutation or TextMutation && dice.OneIn(3));

        return input.Length > MaxBytes ? input[..MaxBytes] : input;
    }
}
