using System.Buffers.Binary;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes the header of a safetensors file, and tells its length as it then is.</summary>
internal sealed class SafetensorsMutation : IMutation
{
    private static readonly JsonMutation Json = new();

    public byte[] Mutate(byte[] input, Dice dice)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(input);
        byte[] header = Json.Mutate(input[sizeof(long)..(sizeof(long) + length)], dice);
        byte[] prefix = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, dice.OneIn(10) ? dice.Number() : header.Length);
        return [.. prefix, .. header, .. input[(sizeof(long) + length)..]];
    }
}
